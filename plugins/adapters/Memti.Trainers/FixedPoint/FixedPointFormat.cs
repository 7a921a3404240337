namespace Memti.Trainers.FixedPoint;

/// <summary>
/// Two's complement fixed point: a code c of <paramref name="Bits"/> bits stands for c x 2^-<paramref name="FractionBits"/>.
/// </summary>
/// <param name="Bits">Bits of a code, 2 to 16.</param>
/// <param name="FractionBits">
/// Binary digits after the point; Q2.6 has 6 of 8. It includes the power of two of the tensor, so it may be negative or exceed the bits.
/// </param>
public readonly record struct FixedPointFormat(int Bits, int FractionBits)
{
    /// <summary>Greatest code.</summary>
    public int Greatest => (1 << (Bits - 1)) - 1;

    /// <summary>Least code.</summary>
    public int Least => -(1 << (Bits - 1));

    /// <summary>Value of one step.</summary>
    public float Step => MathF.ScaleB(1, -FractionBits);

    /// <summary>Encodes values: rounded to nearest, ties to even, and saturated at the ends of the range.</summary>
    /// <exception cref="ArgumentException">The numbers of values and codes differ.</exception>
    public void Encode(ReadOnlySpan<float> values, Span<ushort> codes)
    {
        CheckLengths(values.Length, codes.Length);
        uint mask = (1u << Bits) - 1;
        float steps = StepsPerUnit;
        for (int index = 0; index < values.Length; index++)
            // Times a power of two, which is exact: a value is rounded only once, in Code.
            codes[index] = (ushort)((uint)Code(values[index] * steps) & mask);
    }

    /// <summary>Decodes bit patterns. Bits above those of the code are ignored.</summary>
    /// <exception cref="ArgumentException">The numbers of values and codes differ.</exception>
    public void Decode(ReadOnlySpan<ushort> codes, Span<float> values)
    {
        CheckLengths(values.Length, codes.Length);
        int unused = 32 - Bits;
        float step = Step;
        for (int index = 0; index < codes.Length; index++)
            // Shifted up and arithmetically down again: the sign bit of the code becomes that of the integer.
            values[index] = ((codes[index] << unused) >> unused) * step;
    }

    /// <summary>Sum of the squared errors of encoding.</summary>
    public double SquaredError(ReadOnlySpan<float> values)
    {
        (float steps, float step, double sum) = (StepsPerUnit, Step, 0);
        foreach (float value in values)
        {
            double error = value - (Code(value * steps) * step);
            sum += error * error;
        }

        return sum;
    }

    private float StepsPerUnit => MathF.ScaleB(1, FractionBits);

    // Clamped as a float before the cast: a value far outside would overflow an integer.
    private int Code(float scaled) => (int)Math.Clamp(MathF.Round(scaled, MidpointRounding.ToEven), Least, Greatest);

    private static void CheckLengths(int values, int codes)
    {
        if (values != codes)
            throw new ArgumentException($"{codes} codes do not stand for {values} values.");
    }
}
