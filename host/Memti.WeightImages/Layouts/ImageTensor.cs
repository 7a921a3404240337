namespace Memti.WeightImages.Layouts;

/// <summary>Fixed-point values of a weight image.</summary>
/// <param name="Name">Name in the weight file.</param>
/// <param name="Shape">Sizes, outermost first; empty for a single value.</param>
/// <param name="Bits">Bits of a value, 2 to 16.</param>
/// <param name="FractionBits">Scale: code c means c x 2^-FractionBits; may be negative or above <paramref name="Bits"/>.</param>
/// <param name="Codes">Two's complement in the low <paramref name="Bits"/> bits; higher bits are ignored.</param>
public sealed record ImageTensor(string Name, IReadOnlyList<int> Shape, int Bits, int FractionBits, ReadOnlyMemory<ushort> Codes)
{
    /// <summary>The task whose values these are; null for values that all tasks share.</summary>
    public string? Task { get; init; }
}
