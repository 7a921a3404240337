namespace Memti.Trainers.FixedPoint;

/// <summary>Rule that chooses the format of a tensor.</summary>
/// <param name="Bits">Bits of a code, 2 to 16.</param>
/// <param name="Scale">Whether each tensor has its own power of two.</param>
/// <param name="IntegerBits">Without a scale: bits of sign and integer part, the m of Qm.n.</param>
public readonly record struct FormatRule(int Bits, WeightScale Scale = WeightScale.PerTensor, int IntegerBits = 2)
{
    /// <summary>Chooses the format for values.</summary>
    public FixedPointFormat For(ReadOnlySpan<float> values) =>
        Scale == WeightScale.None ? new FixedPointFormat(Bits, Bits - IntegerBits) : FormatChoice.For(values, Bits);
}
