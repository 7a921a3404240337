namespace Memti.WeightImages.Layouts;

/// <summary>Values to be put into an image, in fixed point.</summary>
/// <param name="Name">Name as in the weight file.</param>
/// <param name="Shape">Sizes, outermost first; none for a single value.</param>
/// <param name="Bits">Bits of a value, 2 to 16.</param>
/// <param name="FractionBits">A code c stands for c x 2^-FractionBits; may be negative or more than <paramref name="Bits"/>.</param>
/// <param name="Codes">Two's complement in the low <paramref name="Bits"/> bits; bits above are ignored.</param>
public sealed record ImageTensor(string Name, IReadOnlyList<int> Shape, int Bits, int FractionBits, ReadOnlyMemory<ushort> Codes)
{
    /// <summary>The task whose values these are; null for values that all tasks share.</summary>
    public string? Task { get; init; }
}
