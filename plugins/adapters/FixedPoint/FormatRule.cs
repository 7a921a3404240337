namespace Memti.Plugins.Adapters.FixedPoint;

/// <summary>How the format of a tensor is chosen.</summary>
/// <param name="Bits">Bits of a code, 2 to 16.</param>
/// <param name="Scale">Whether the tensor has a power of two of its own.</param>
/// <param name="IntegerBits">Without one, bits of sign and integer part: m of Qm.n.</param>
internal readonly record struct FormatRule(int Bits, WeightScale Scale = WeightScale.PerTensor, int IntegerBits = 2)
{
    /// <summary>The format for values.</summary>
    internal FixedPointFormat For(ReadOnlySpan<float> values) =>
        Scale == WeightScale.None ? new FixedPointFormat(Bits, Bits - IntegerBits) : FormatChoice.For(values, Bits);
}
