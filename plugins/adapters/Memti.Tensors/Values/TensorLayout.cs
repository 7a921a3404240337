namespace Memti.Tensors.Values;

/// <summary>
/// Converts between the order of a state dictionary, [out, in, kernel, kernel], and that of the computation, [kernel x kernel, stored in,
/// stored out]. A vector counts as outputs of a single input.
/// </summary>
internal readonly unsafe struct TensorLayout
{
    private readonly int _outputs;
    private readonly int _inputs;
    private readonly int _taps;
    private readonly int _storedInputs;
    private readonly int _storedOutputs;

    public TensorLayout(int[] shape, int storedInputs, int storedOutputs)
    {
        _outputs = shape[0];
        _inputs = shape.Length > 1 ? shape[1] : 1;
        _taps = shape.Length > 2 ? shape[2] * shape[3] : 1;
        (_storedInputs, _storedOutputs) = (storedInputs, storedOutputs);
    }

    public int Count => _outputs * _inputs * _taps;

    public int StoredCount => _taps * _storedInputs * _storedOutputs;

    public void Check(int count)
    {
        if (count != Count)
            throw new ArgumentException($"The tensor has {Count} values, not {count}.");
    }

    public void Pack(ReadOnlySpan<float> values, float* stored)
    {
        int index = 0;
        for (int output = 0; output < _outputs; output++)
            for (int input = 0; input < _inputs; input++)
                for (int tap = 0; tap < _taps; tap++)
                    stored[Stored(output, input, tap)] = values[index++];
    }

    public void Unpack(float* stored, Span<float> values)
    {
        int index = 0;
        for (int output = 0; output < _outputs; output++)
            for (int input = 0; input < _inputs; input++)
                for (int tap = 0; tap < _taps; tap++)
                    values[index++] = stored[Stored(output, input, tap)];
    }

    private nint Stored(int output, int input, int tap) => ((((nint)tap * _storedInputs) + input) * _storedOutputs) + output;
}
