using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>
/// A drawn graph: a convolution, then operators that fit the shapes of what is there, in the form that they have in the graph's set of
/// operators. ONNX Runtime can run it, and the reader must take it.
/// </summary>
internal sealed class RandomGraph(int seed)
{
    private const long MostValues = 20_000;

    /// <summary>The sets that ONNX Runtime runs and the reader takes.</summary>
    private const int FirstSet = 7, LastSet = 21;

    private readonly Random _random = new(seed);
    private readonly int _set = FirstSet + (seed % (LastSet - FirstSet + 1));
    private readonly OnnxBuilder _graph = new() { StoresAll = true, OperatorSet = FirstSet + (seed % (LastSet - FirstSet + 1)) };
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
        switch (_random.Next(isMap ? 36 : 24))
        {
            case 0: Node("Transpose", tensor, Ints("perm", Shuffled(dims.Length))); break;
            case 1: Slice(tensor, dims); break;
            case 2: Split(tensor, dims); break;
            case 3 when Count(dims) < MostValues:
                Node("Concat", $"{tensor} {tensor}", Int("axis", Signed(Axis(dims), dims)));
                break;
            case 4 when Count(dims) < MostValues / 16: Pad(tensor, dims); break;
            case 5 when dims.Length > 1: Reduce(tensor, dims); break;
            case 6 when dims.Contains(1): Listed(["Squeeze"], 13, "axes", tensor, [Array.IndexOf(dims, 1L)]); break;
            case 7 when dims.Length < 6:
                Listed(["Unsqueeze"], 13, "axes", tensor, [_random.Next(_set < 11 ? 0 : -dims.Length - 1, dims.Length + 1)]);
                break;
            case 8 when dims.Length > 1: Node("Reshape", $"{tensor} {Stored([0, -1])}"); break;
            case 9: Flatten(tensor, dims); break;
            case 10 when _set >= 8 && dims.Contains(1) && Count(dims) < MostValues / 3:
                Node("Expand", $"{tensor} {Stored([.. dims.Select(static size => size == 1 ? 3 : size)])}");
                break;
            case 11 when Count(dims) < MostValues / 2:
                Node("Tile", $"{tensor} {Stored([.. dims.Select(static (_, axis) => axis == 0 ? 2L : 1)])}");
                break;
            case 12: Node("Gather", $"{tensor} {Stored([0, _set < 11 ? 0 : -1, 0])}", Int("axis", Axis(dims))); break;
            case 13: Node("Mul", $"{tensor} {Number(2)}"); break;
            case 14: Node("Add", $"{tensor} {tensor}"); break;
            case 15: Gate(tensor, dims); break;
            case 16 when dims.Length > 1: Connect(tensor, dims); break;
            case 17: Cast(tensor); break;
            case 18: Node((string[])["Relu", "Sigmoid", "Neg", "Softplus"], tensor); break;
            case 19: Node("Softmax", tensor, Int("axis", Axis(dims))); break;
            case 20: Node("Flatten", tensor, Int("axis", _random.Next(dims.Length + 1))); break;
            case 21: Node("Sub", $"{tensor} {Number(1)}"); break;
            case 22: Clip(tensor); break;
            case 23: Top(tensor, dims); break;
            case 24 or 25 or 26: Convolve(tensor, dims); break;
            case 27: Transposed(tensor, dims); break;
            case 28 or 29 or 30: Pool(tensor); break;
            case 31: Node((string[])["GlobalAveragePool", "GlobalMaxPool"], tensor); break;
            case 32 when dims[1] % 4 == 0: Node("DepthToSpace", tensor, Int("blocksize", 2)); break;
            case 33 or 34 when Count(dims) < MostValues / 8: Resize(tensor, dims); break;
            case 35: Normalise(tensor, dims); break;
            default: Node("Identity", tensor); break;
        }
    }

    private void Slice(string tensor, long[] dims)
    {
        int axis = Axis(dims);
        if (_set < 10)
        {
            Node("Slice", tensor, Ints("starts", _random.Next((int)Math.Min(dims[axis], 3))), Ints("ends", dims[axis]), Ints("axes", axis));
            return;
        }

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
        long[] parts = [first, dims[axis] - first];
        if (_set >= 18 && _random.Next(2) == 0)
            _graph.Node("Split", tensor, $"{one} {other}", Int("axis", axis), Int("num_outputs", 2));
        else if (_set >= 13)
            _graph.Node("Split", $"{tensor} {Stored(parts)}", $"{one} {other}", Int("axis", axis));
        else
            _graph.Node("Split", tensor, $"{one} {other}", Int("axis", axis), Ints("split", parts));
        _tensors.AddRange([one, other]);
    }

    private void Pad(string tensor, long[] dims)
    {
        bool isMap = dims.Length == 4 && _random.Next(3) > 0;
        if (_set >= 18 && _random.Next(2) == 0)
        {
            int axis = Axis(dims);
            string mode = _set >= 19 && _random.Next(2) == 0 ? "wrap" : "edge";
            Node("Pad", $"{tensor} {Stored(1, dims[axis] > 1 ? 1 : 0)} - {Stored(Signed(axis, dims))}", Text("mode", mode));
            return;
        }

        IEnumerable<long> pads = Enumerable.Range(0, 2 * dims.Length).Select(index => isMap && index % 4 < 2 ? 0L : _random.Next(3));
        Listed(["Pad"], 11, "pads", tensor, [.. pads]);
    }

    private void Reduce(string tensor, long[] dims)
    {
        long[] axes = [.. Shuffled(dims.Length).Take(1 + _random.Next(dims.Length - 1))];
        if (_set >= 18 && _random.Next(4) == 0)
            Node("ReduceMean", $"{tensor} {Stored()}", Int("noop_with_empty_axes", _random.Next(2)));
        else if (_random.Next(4) == 0)
            Listed(["ReduceSum"], 13, "axes", tensor, axes, Int("keepdims", _random.Next(2)));
        else
            Listed(["ReduceMean", "ReduceMax", "ReduceL2"], 18, "axes", tensor, axes, Int("keepdims", _random.Next(2)));
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
        if (_set >= 18)
            _graph.Node("ReduceMean", $"{tensor} {Stored(Axis(dims))}", gate);
        else
            _graph.Node("ReduceMean", tensor, gate, Ints("axes", Axis(dims)));
        Node((string[])["Mul", "Add", "Div"], $"{tensor} {gate}");
    }

    private void Connect(string tensor, long[] dims)
    {
        string weights = Name();
        long outputs = 1 + _random.Next(6);
        _graph.Weights(weights, dims[^1], outputs);
        bool isGemm = dims.Length == 2 && _random.Next(2) == 0;
        string bias = isGemm && _set < 11 ? " " + Filled(outputs) : "";
        Node(isGemm ? "Gemm" : "MatMul", $"{tensor} {weights}{bias}");
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
        bool roundsUp = _set >= 10 && _random.Next(3) == 0;
        string type = _random.Next(2) == 0 ? "MaxPool" : "AveragePool";
        bool isDilated = !roundsUp && _set >= (type == "MaxPool" ? 10 : 19) && _random.Next(3) == 0;
        Node(
            type,
            tensor,
            [
                Ints("kernel_shape", isDilated ? [2, 2] : kernel),
                Ints("strides", [.. Drawn(2, 1, 3)]),
                Ints("pads", [.. Drawn(4, 0, roundsUp ? 1 : 2)]),
                .. _set >= 10 ? [Int("ceil_mode", roundsUp ? 1 : 0)] : (Proto[])[],
                .. isDilated ? [Ints("dilations", 2, 1)] : (Proto[])[],
            ]);
    }

    private void Resize(string tensor, long[] dims)
    {
        float[] factors = [1, 1, 0.5f + _random.NextSingle(), 1 + _random.NextSingle()];
        // The first Resize took scales alone, and an optional input could not be left out before set 13.
        string none = _set < 13 ? Filled(0) : "-";
        if (_set < 9)
            Node("Upsample", tensor, Text("mode", "nearest"), Reals("scales", 1, 1, 2, factors[3]));
        else if (_set == 9)
            Node("Upsample", $"{tensor} {Filled([1, 1, 2, factors[3]])}", Text("mode", "nearest"));
        else if (_set == 10)
            Node("Resize", $"{tensor} {Filled(factors)}", Text("mode", "nearest"));
        else if (_set >= 18 && _random.Next(2) == 0)
            // With an axis counted from the end, ONNX Runtime gives another size than its own inference of shapes.
            Node(
                "Resize",
                $"{tensor} - - {Stored(dims[2] + _random.Next(4), dims[3] + _random.Next(4))}",
                Text("mode", "nearest"),
                Ints("axes", 2, 3),
                Text("keep_aspect_ratio_policy", ((string[])["stretch", "not_larger", "not_smaller"])[_random.Next(3)]));
        else if (_random.Next(2) == 0)
            Node("Resize", $"{tensor} {none} {Filled(factors)}", Text("mode", "nearest"));
        else
            Node(
                "Resize", $"{tensor} {none} {none} {Stored(dims[0], dims[1], dims[2] * 2, dims[3] + 1)}", Text("mode", "nearest"));
    }

    private void Clip(string tensor)
    {
        if (_set < 11)
            Node("Clip", tensor, Real("min", -1), Real("max", 1));
        else
            Node("Clip", $"{tensor} {Number(-1)}{(_random.Next(2) == 0 ? " " + Number(1) : "")}");
    }

    private void Top(string tensor, long[] dims)
    {
        int axis = Axis(dims);
        long count = 1 + _random.Next((int)Math.Min(dims[axis], 4));
        (string values, string places) = (Name(), Name());
        if (_set < 10)
            _graph.Node("TopK", tensor, $"{values} {places}", Int("axis", axis), Int("k", count));
        else
            _graph.Node("TopK", $"{tensor} {Stored(count)}", $"{values} {places}", Int("axis", axis));
        _tensors.Add(values);
    }

    private void Normalise(string tensor, long[] dims)
    {
        string numbers = Filled([.. Enumerable.Repeat(1f, (int)dims[1])]);
        Node("BatchNormalization", $"{tensor} {numbers} {numbers} {numbers} {numbers}");
    }

    /// <summary>A node whose list of whole numbers is an input from some set on, and an attribute before.</summary>
    private void Listed(string[] types, int since, string name, string tensor, long[] values, params Proto[] attributes)
    {
        string type = types[_random.Next(types.Length)];
        if (_set >= since)
            Node(type, $"{tensor} {Stored(values)}", attributes);
        else
            Node(type, tensor, [Ints(name, values), .. attributes]);
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

    private string Filled(params float[] values)
    {
        string name = Name();
        _graph.Reals(name, values, values.Length);
        return name;
    }

    private string Filled(long zeros) => Filled(new float[zeros]);

    private string Number(float value)
    {
        string name = Name();
        _graph.Reals(name, [value]);
        return name;
    }

    private string Name() => FormattableString.Invariant($"t{_names++}");

    /// <summary>A dimension counted from the front or, since set 11, from the end.</summary>
    private long Signed(int axis, long[] dims) => _set < 11 ? axis : axis - (_random.Next(2) * dims.Length);

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
