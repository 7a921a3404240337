using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using Memti.Networks.Onnx;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Writes ONNX models; field numbers are those of onnx.proto.</summary>
internal sealed class OnnxBuilder
{
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly Proto _graph = new Proto().Text(2, "test");
    private readonly List<Proto> _functions = [];
    private readonly List<string> _domains = [];
    private int _nodes;

    /// <summary>True to store all values of weights; else what stands for them is cut, which the reader need not notice.</summary>
    public bool StoresAll { get; init; }

    /// <summary>The set of operators. Default: 17.</summary>
    public long OperatorSet { get; init; } = 17;

    /// <summary>What is said of the inputs. Default: nothing.</summary>
    public NetworkInputs Inputs { get; init; } = NetworkInputs.None;

    /// <summary>Names of all tensors that nodes give, in order.</summary>
    public List<string> Tensors { get; } = [];

    /// <summary>An input; a negative dimension has a name in place of a number.</summary>
    public OnnxBuilder Input(string name, params IEnumerable<long> dims)
    {
        Proto shape = new();
        foreach (long dim in dims)
            shape.Message(1, dim < 0 ? new Proto().Text(2, "N") : new Proto().Whole(1, dim));
        _graph.Message(11, new Proto().Text(1, name).Message(2, new Proto().Message(1, new Proto().Whole(1, Float).Message(2, shape))));
        return this;
    }

    /// <summary>Weights whose payload stands in the file.</summary>
    public OnnxBuilder Weights(string name, params IEnumerable<long> dims)
    {
        long[] shape = [.. dims];
        byte[] payload =
            new byte[Math.Min(shape.Aggregate(4L, static (product, dim) => product * dim), StoresAll ? int.MaxValue : 600)];
        _graph.Message(5, Tensor(name, Float, shape).Bytes(9, payload));
        return this;
    }

    /// <summary>Weights whose payload is in another file.</summary>
    public OnnxBuilder External(string name, params IEnumerable<long> dims)
    {
        _graph.Message(5, Tensor(name, Float, dims).Message(13, new Proto().Text(1, "location").Text(2, "weights.bin")).Whole(14, 1));
        return this;
    }

    /// <summary>Weights whose payload is in a file of a name.</summary>
    public OnnxBuilder ExternalAt(string name, string place, params IEnumerable<long> dims)
    {
        _graph.Message(5, Tensor(name, Float, dims).Message(13, new Proto().Text(1, "location").Text(2, place)).Whole(14, 1));
        return this;
    }

    /// <summary>A stored tensor of another type, whose values are all zero.</summary>
    public OnnxBuilder Zeros(string name, int type, int size, params IEnumerable<long> dims)
    {
        long[] shape = [.. dims];
        _graph.Message(5, Tensor(name, type, shape).Bytes(9, new byte[shape.Aggregate(1L, static (product, dim) => product * dim) * size]));
        return this;
    }

    /// <summary>Single-precision numbers; a scalar where it is one and <paramref name="dims"/> are none.</summary>
    public OnnxBuilder Reals(string name, float[] values, params IEnumerable<long> dims)
    {
        _graph.Message(5, Tensor(name, Float, dims).Bytes(9, [.. values.SelectMany(BitConverter.GetBytes)]));
        return this;
    }

    /// <summary>A whole number without dimensions.</summary>
    public OnnxBuilder Number(string name, long value)
    {
        _graph.Message(5, Tensor(name, Int64, []).Packed(7, value));
        return this;
    }

    /// <summary>A function with nodes <c>(operator, inputs, output, attributes)</c>.</summary>
    public OnnxBuilder Function(
        string domain,
        string name,
        string inputs,
        string output,
        params IEnumerable<(string Type, string In, string Out, Proto[] With)> nodes)
    {
        Proto function = new Proto().Text(1, name).Text(10, domain);
        foreach (string input in inputs.Split(' '))
            function.Text(4, input);
        function.Text(5, output).Text(6, "width").Message(9, new Proto().Text(1, "").Whole(2, OperatorSet))
            .Message(9, new Proto().Text(1, domain).Whole(2, 1));
        foreach ((string type, string from, string to, Proto[] with) in nodes)
        {
            Proto node = new();
            foreach (string input in from.Split(' '))
                node.Text(1, input);
            node.Text(2, to).Text(3, to).Text(4, type.Split(':')[^1]).Text(7, type.Contains(':') ? type.Split(':')[0] : "");
            foreach (Proto attribute in with)
                node.Message(5, attribute);
            function.Message(7, node);
        }

        _functions.Add(function);
        return this;
    }

    /// <summary>Says that the model uses operators of another domain.</summary>
    public OnnxBuilder InDomain(string domain)
    {
        _domains.Add(domain);
        return this;
    }

    /// <summary>Weights at an offset of another file.</summary>
    public OnnxBuilder Placed(string name, long offset, params IEnumerable<long> dims)
    {
        Proto tensor = Tensor(name, Float, dims).Whole(14, 1);
        foreach ((string key, string value) in new[] { ("location", "w.bin"), ("offset", $"{offset}"), ("length", "256") })
            tensor.Message(13, new Proto().Text(1, key).Text(2, value));
        _graph.Message(5, tensor);
        return this;
    }

    public OnnxBuilder Numbers(string name, params IEnumerable<long> values)
    {
        long[] numbers = [.. values];
        _graph.Message(5, Tensor(name, Int64, [numbers.Length]).Bytes(9, [.. numbers.SelectMany(BitConverter.GetBytes)]));
        return this;
    }

    public OnnxBuilder Node(string type, string inputs, string output, params IEnumerable<Proto> attributes) =>
        Node(type, "", inputs, output, attributes);

    public OnnxBuilder Node(string type, string domain, string inputs, string output, params IEnumerable<Proto> attributes)
    {
        Proto node = new();
        foreach (string input in inputs.Split(' ', StringSplitOptions.TrimEntries).Select(static input => input == "-" ? "" : input))
            node.Text(1, input);
        foreach (string name in output.Split(' '))
            node.Text(2, name == "-" ? "" : name);
        Tensors.AddRange(output.Split(' ').Where(static name => name != "-"));
        node.Text(3, string.Create(CultureInfo.InvariantCulture, $"{type.ToLowerInvariant()}{_nodes++}"))
            .Text(4, type)
            .Text(7, domain);
        foreach (Proto attribute in attributes)
            node.Message(5, attribute);
        _graph.Message(1, node);
        return this;
    }

    /// <summary>A convolution with its weights as an initializer.</summary>
    public OnnxBuilder Conv(string input, string output, long filters, long channels, long kernel, params IEnumerable<Proto> attributes) =>
        Weights(output + ".w", filters, channels, kernel, kernel).Node("Conv", $"{input} {output}.w", output, attributes);

    public OnnxBuilder Output(string name)
    {
        _graph.Message(12, new Proto().Text(1, name));
        return this;
    }

    public static Proto Ints(string name, params IEnumerable<long> values)
    {
        Proto attribute = new Proto().Text(1, name);
        foreach (long value in values)
            attribute.Whole(8, value);
        return attribute.Whole(20, 7);
    }

    public static Proto Int(string name, long value) => new Proto().Text(1, name).Whole(3, value).Whole(20, 2);

    public static Proto Real(string name, float value) => new Proto().Text(1, name).Real(2, value).Whole(20, 1);

    public static Proto Reals(string name, params IEnumerable<float> values)
    {
        Proto attribute = new Proto().Text(1, name);
        foreach (float value in values)
            attribute.Real(7, value);
        return attribute.Whole(20, 6);
    }

    /// <summary>An attribute of a node in a function that the call gives.</summary>
    public static Proto Given(string name, string reference, int type) =>
        new Proto().Text(1, name).Text(21, reference).Whole(20, type);

    /// <summary>A graph as an attribute.</summary>
    public static Proto Graph(string name, OnnxBuilder graph) => new Proto().Text(1, name).Message(6, graph._graph).Whole(20, 5);

    public static Proto Text(string name, string value) => new Proto().Text(1, name).Text(4, value).Whole(20, 3);

    public static Proto Value(long[] values) =>
        new Proto().Text(1, "value").Message(5, Tensor("", Int64, [values.Length]).Packed(7, values)).Whole(20, 4);

    public static Proto FloatValue(params long[] dims) =>
        new Proto().Text(1, "value").Message(5, Tensor("", Float, dims).Bytes(9, new byte[64])).Whole(20, 4);

    public byte[] ToBytes()
    {
        Proto model = new Proto().Whole(1, 8).Text(2, "test").Message(7, _graph);
        model.Message(8, new Proto().Text(1, "").Whole(2, OperatorSet));
        foreach (string domain in _domains)
            model.Message(8, new Proto().Text(1, domain).Whole(2, 1));
        foreach (Proto function in _functions)
            model.Message(25, function);
        return model.ToBytes();
    }

    public NetworkResult Read()
    {
        using MemoryStream stream = new(ToBytes());
        return OnnxFile.Read(stream, "a.onnx", Inputs);
    }

    public IReadOnlyList<Layer> Layers()
    {
        NetworkResult result = Read();
        return result.Table.ShouldNotBeNull(string.Join('\n', result.Findings)).Layers;
    }

    public Diagnostic Error()
    {
        NetworkResult result = Read();
        result.Table.ShouldBeNull();
        return result.Findings.ShouldHaveSingleItem();
    }

    private static Proto Tensor(string name, int type, IEnumerable<long> dims) => new Proto().Packed(1, dims).Whole(2, type).Text(8, name);
}
