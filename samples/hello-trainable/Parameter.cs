using Memti.Abstractions.Training;

namespace HelloTrainable;

/// <summary>One tensor: the trained values, their momentum, and the values that the network computes with.</summary>
internal sealed class Parameter
{
    public Parameter(string name, ParameterPart part, int bits, params int[] shape)
    {
        Tensor = new StoredTensor(name, part, shape, bits);
        Values = new float[Tensor.Count];
        Velocity = new float[Tensor.Count];
        Used = Values;
    }

    public StoredTensor Tensor { get; private set; }

    public float[] Values { get; }

    public float[] Velocity { get; }

    /// <summary>The trained values, or those that a faulty memory returns instead.</summary>
    public float[] Used { get; private set; }

    public bool IsFixed { get; private set; }

    private double Scale => Math.ScaleB(1, Tensor.FractionBits);

    private int Greatest => (1 << (Tensor.Bits - 1)) - 1;

    /// <summary>Sets the given share of the values to zero, smallest first.</summary>
    public void Prune(double share)
    {
        int[] order = [.. Enumerable.Range(0, Values.Length).OrderBy(index => Math.Abs(Values[index]))];
        foreach (int index in order.AsSpan(0, (int)(share * Values.Length)))
            Values[index] = 0;
        Tensor = Tensor with { Pruned = true };
    }

    /// <summary>Chooses a fixed-point format with as many fraction bits as the greatest value leaves room for.</summary>
    public void Quantize()
    {
        float greatest = Values.Max(Math.Abs);
        int fraction = greatest > 0 ? Tensor.Bits - 1 - (int)Math.Ceiling(Math.Log2(greatest)) : Tensor.Bits - 1;
        (Tensor, IsFixed) = (Tensor with { FractionBits = fraction }, true);
    }

    public void ReadCodes(Span<ushort> codes)
    {
        if (!IsFixed)
            throw new InvalidOperationException("No format was chosen.");
        for (int index = 0; index < codes.Length; index++)
            codes[index] =
                (ushort)((int)Math.Clamp(Math.Round(Values[index] * Scale, MidpointRounding.ToEven), -Greatest - 1, Greatest)
                    & ((1 << Tensor.Bits) - 1));
    }

    public void OverrideCodes(ReadOnlySpan<ushort> codes)
    {
        if (ReferenceEquals(Used, Values))
            Used = new float[Values.Length];
        int unused = 32 - Tensor.Bits;
        for (int index = 0; index < codes.Length; index++)
            Used[index] = (float)((codes[index] << unused >> unused) / Scale);
    }

    public void Dequantize() => Used = Values;

    public void Update(float[] gradient, double rate, double momentum, double decay)
    {
        for (int index = 0; index < Values.Length; index++)
        {
            Velocity[index] = (float)((momentum * Velocity[index]) + gradient[index] + (decay * Values[index]));
            Values[index] -= (float)(rate * Velocity[index]);
        }
    }

    public void Write(BinaryWriter state)
    {
        state.Write(Tensor.FractionBits);
        state.Write(Tensor.Pruned);
        state.Write(IsFixed);
        state.Write(!ReferenceEquals(Used, Values));
        foreach (float[] numbers in ReferenceEquals(Used, Values) ? (float[][])[Values, Velocity] : [Values, Velocity, Used])
            foreach (float number in numbers)
                state.Write(number);
    }

    public void Read(BinaryReader state)
    {
        Tensor = Tensor with { FractionBits = state.ReadInt32(), Pruned = state.ReadBoolean() };
        IsFixed = state.ReadBoolean();
        Used = state.ReadBoolean() ? new float[Values.Length] : Values;
        foreach (float[] numbers in ReferenceEquals(Used, Values) ? (float[][])[Values, Velocity] : [Values, Velocity, Used])
            for (int index = 0; index < numbers.Length; index++)
                numbers[index] = state.ReadSingle();
    }
}
