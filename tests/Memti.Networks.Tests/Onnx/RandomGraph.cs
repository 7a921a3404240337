using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>
/// A drawn graph: a convolution, then operators that fit the shapes of what is there. ONNX Runtime can run it, and the reader must take it.
/// </summary>
internal sealed class RandomGraph(int seed)
{
    private const long MostValues = 20_000;

    private readonly Random _random = new(seed);
    private readonly OnnxBuilder _graph = new() { StoresAll = true };
    private readonly List<string> _tensors = [];
    private int _names;

    /// <summary>The graph with some operators.</summary>
    /// <param name="shapeOf">Reads the shape of a tensor of the graph so far.</param>
    public OnnxBuilder Draw(Func<OnnxBuilder, string, long[]> shapeOf)
    {
        _graph.Input("x", 1, 4, 8 + _random.Next(3), 8).Conv("x", "c", 8, 4, 3, Ints("pads", 1, 1, 1, 1));
        _tensors.Add("c");
        for (int step = 0; step < 12; step++)
        {
            string tensor = _tensors[_random.Next(Math.Max(0, _tensors.Count - 3), _tensors.Count)];
            long[] dims = shapeOf(_graph, tensor);
            if (dims.Length > 0)
                Append(tensor, dims);
        }

        return _graph;
    }

    private void Append(string tensor, long[] dims)
    {
        bool isMap = dims.Length == 4 && dims[0] == 1 && dims.All(static size => size is > 2 and < 40 or 1) && dims[2] > 2 && dims[3] > 2;
        switch (_random.Next(isMap ? 32 : 22))
        {
            case 0: Node("Transpose", tensor, Ints("perm", Shuffled(dims.Length))); break;
            case 1: Slice(tensor, dims); break;
            case 2: Split(tensor, dims); break;
            case 3 when Count(dims) < MostValues:
                Node("Concat", $"{tensor} {tensor}", Int("axis", Axis(dims) - (_random.Next(2) * dims.Length)));
                break;
            case 4 when Count(dims) < MostValues / 16: Pad(tensor, dims); break;
            case 5 when dims.Length > 1: Reduce(tensor, dims); break;
            case 6 when dims.Contains(1): Node("Squeeze", $"{tensor} {Stored(Array.IndexOf(dims, 1L))}"); break;
            case 7 when dims.Length < 6: Node("Unsqueeze", $"{tensor} {Stored(_random.Next(-dims.Length - 1, dims.Length + 1))}"); break;
            case 8 when dims.Length > 1: Node("Reshape", $"{tensor} {Stored([0, -1])}"); break;
            case 9: Flatten(tensor, dims); break;
            case 10 when dims.Contains(1) && Count(dims) < MostValues / 3:
                Node("Expand", $"{tensor} {Stored([.. dims.Select(static size => size == 1 ? 3 : size)])}");
                break;
            case 11 when Count(dims) < MostValues / 2:
                Node("Tile", $"{tensor} {Stored([.. dims.Select(static (_, axis) => axis == 0 ? 2L : 1)])}");
                break;
            case 12: Node("Gather", $"{tensor} {Stored([0, -1, 0])}", Int("axis", Axis(dims))); break;
            case 13: Node("Mul", $"{tensor} {Number(2)}"); break;
            case 14: Node("Add", $"{tensor} {tensor}"); break;
            case 15: Gate(tensor, dims); break;
            case 16 when dims.Length > 1: Connect(tensor, dims); break;
            case 17: Cast(tensor); break;
            case 18: Node((string[])["Relu", "Sigmoid", "Neg", "Softplus"], tensor); break;
            case 19: Node("Softmax", tensor, Int("axis", Axis(dims))); break;
            case 20: Node("Flatten", tensor, Int("axis", _random.Next(dims.Length + 1))); break;
            case 21: Node("Sub", $"{tensor} {Number(1)}"); break;
            case 22 or 23 or 24: Convolve(tensor, dims); break;
            case 25: Transposed(tensor, dims); break;
            case 26 or 27 or 28: Pool(tensor); break;
            case 29: Node((string[])["GlobalAveragePool", "GlobalMaxPool"], tensor); break;
            case 30 when dims[1] % 4 == 0: Node("DepthToSpace", tensor, Int("blocksize", 2)); break;
            case 31 when Count(dims) < MostValues / 8: Resize(tensor, dims); break;
            default: Node("Identity", tensor); break;
        }
    }

    private void Slice(string tensor, long[] dims)
    {
        int axis = Axis(dims);
        bool isBackward = dims[axis] > 2 && _random.Next(3) == 0;
        (long start, long end, long step) = isBackward
            ? (-1L, long.MinValue, -1L - _random.Next(2))
            : (_random.Next((int)Math.Min(dims[axis], 3)), _random.Next(2) == 0 ? long.MaxValue : dims[axis], 1L + _random.Next(2));
        Node("Slice", $"{tensor} {Stored(start)} {Stored(end)} {Stored(axis)} {Stored(step)}");
    }

    private void Split(string tensor, long[] dims)
    {
        int axis = Axis(dims);
        if (dims[axis] < 2)
            return;
        long first = 1 + _random.Next((int)dims[axis] - 1);
        (string one, string other) = (Name(), Name());
        _graph.Node("Split", $"{tensor} {Stored([first, dims[axis] - first])}", $"{one} {other}", Int("axis", axis));
        _tensors.AddRange([one, other]);
    }

    private void Pad(string tensor, long[] dims)
    {
        bool isMap = dims.Length == 4 && _random.Next(3) > 0;
        IEnumerable<long> pads = Enumerable.Range(0, 2 * dims.Length).Select(index => isMap && index % 4 < 2 ? 0L : _random.Next(3));
        Node("Pad", $"{tensor} {Stored([.. pads])}");
    }

    private void Reduce(string tensor, long[] dims)
    {
        long[] axes = [.. Shuffled(dims.Length).Take(1 + _random.Next(dims.Length - 1))];
        Node((string[])["ReduceMean", "ReduceMax"], tensor, Ints("axes", axes), Int("keepdims", _random.Next(2)));
    }

    private void Flatten(string tensor, long[] dims)
    {
        (string shape, string part, string joined) = (Name(), Name(), Name());
        _graph.Node("Shape", tensor, shape).Node("Gather", $"{shape} {Stored(0)}", part, Int("axis", 0));
        _graph.Node("Concat", $"{part} {Stored(-1)}", joined, Int("axis", 0));
        if (dims[0] > 0)
            Node("Reshape", $"{tensor} {joined}");
    }

    private void Gate(string tensor, long[] dims)
    {
        if (dims.Length < 2)
            return;
        string gate = Name();
        _graph.Node("ReduceMean", tensor, gate, Ints("axes", Axis(dims)));
        Node((string[])["Mul", "Add", "Div"], $"{tensor} {gate}");
    }

    private void Connect(string tensor, long[] dims)
    {
        string weights = Name();
        _graph.Weights(weights, dims[^1], 1 + _random.Next(6));
        Node(dims.Length == 2 && _random.Next(2) == 0 ? "Gemm" : "MatMul", $"{tensor} {weights}");
    }

    private void Cast(string tensor)
    {
        string whole = Name();
        _graph.Node("Cast", tensor, whole, Int("to", 7));
        Node("Cast", whole, Int("to", 1));
    }

    private void Convolve(string tensor, long[] dims)
    {
        long groups = dims[1] % 2 == 0 && _random.Next(3) == 0 ? 2 : _random.Next(4) == 0 ? dims[1] : 1;
        string weights = Name();
        _graph.Weights(weights, groups * (1 + _random.Next(3)), dims[1] / groups, 1 + _random.Next(3), 1 + _random.Next(3));
        Proto padding = _random.Next(3) == 0 ? Text("auto_pad", "SAME_UPPER") : Ints("pads", [.. Drawn(4, 0, 4)]);
        Node("Conv", $"{tensor} {weights}", padding, Ints("strides", [.. Drawn(2, 1, 3)]), Int("group", groups));
    }

    private void Transposed(string tensor, long[] dims)
    {
        string weights = Name();
        _graph.Weights(weights, dims[1], 1 + _random.Next(3), 2 + _random.Next(3), 2 + _random.Next(3));
        Node("ConvTranspose", $"{tensor} {weights}", Ints("strides", [.. Drawn(2, 1, 3)]), Ints("pads", [.. Drawn(4, 0, 2)]));
    }

    private void Pool(string tensor)
    {
        long[] kernel = [.. Drawn(2, 2, 4)];
        // Rounded up over padding, ONNX's own inference of shapes counts a window that ONNX Runtime does not.
        bool roundsUp = _random.Next(3) == 0;
        Node(
            (string[])["MaxPool", "AveragePool"],
            tensor,
            Ints("kernel_shape", kernel),
            Ints("strides", [.. Drawn(2, 1, 3)]),
            Ints("pads", [.. Drawn(4, 0, roundsUp ? 1 : 2)]),
            Int("ceil_mode", roundsUp ? 1 : 0));
    }

    private void Resize(string tensor, long[] dims)
    {
        if (_random.Next(2) == 0)
        {
            string scales = Name();
            _graph.Reals(scales, [1, 1, 0.5f + _random.NextSingle(), 1 + _random.NextSingle()], 4);
            Node("Resize", $"{tensor} - {scales}", Text("mode", "nearest"));
            return;
        }

        Node("Resize", $"{tensor} - - {Stored([dims[0], dims[1], dims[2] * 2, dims[3] + 1])}", Text("mode", "nearest"));
    }

    private void Node(string[] types, string inputs, params IEnumerable<Proto> attributes) =>
        Node(types[_random.Next(types.Length)], inputs, attributes);

    private void Node(string type, string inputs, params IEnumerable<Proto> attributes)
    {
        string output = Name();
        _graph.Node(type, inputs, output, attributes);
        _tensors.Add(output);
    }

    private string Stored(params long[] numbers)
    {
        string name = Name();
        _graph.Numbers(name, numbers);
        return name;
    }

    private string Number(float value)
    {
        string name = Name();
        _graph.Reals(name, [value]);
        return name;
    }

    private string Name() => FormattableString.Invariant($"t{_names++}");

    private int Axis(long[] dims) => _random.Next(dims.Length);

    private IEnumerable<long> Drawn(int count, int least, int end) =>
        Enumerable.Range(0, count).Select(_ => (long)_random.Next(least, end)).ToArray();

    private long[] Shuffled(int count)
    {
        long[] order = [.. Enumerable.Range(0, count).Select(static axis => (long)axis)];
        _random.Shuffle(order);
        return order;
    }

    private static long Count(long[] dims) => dims.Aggregate(1L, static (count, size) => count * size);
}
