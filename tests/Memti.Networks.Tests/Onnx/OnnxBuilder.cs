using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Layers;
using Memti.Networks.Onnx;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Writes ONNX models; field numbers are those of onnx.proto.</summary>
internal sealed class OnnxBuilder
{
    private const int Float = 1;
    private const int Int64 = 7;

    private readonly Proto _graph = new();
    private int _nodes;

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
        byte[] payload = new byte[Math.Min(shape.Aggregate(4L, static (product, dim) => product * dim), 600)];
        _graph.Message(5, Tensor(name, Float, shape).Bytes(9, payload));
        return this;
    }

    /// <summary>Weights whose payload is in another file.</summary>
    public OnnxBuilder External(string name, params IEnumerable<long> dims)
    {
        _graph.Message(5, Tensor(name, Float, dims).Message(13, new Proto().Text(1, "location").Text(2, "weights.bin")).Whole(14, 1));
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
        node.Text(2, output)
            .Text(3, string.Create(CultureInfo.InvariantCulture, $"{type.ToLowerInvariant()}{_nodes++}"))
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

    public static Proto Text(string name, string value) => new Proto().Text(1, name).Text(4, value).Whole(20, 3);

    public static Proto Value(long[] values) =>
        new Proto().Text(1, "value").Message(5, Tensor("", Int64, [values.Length]).Packed(7, values)).Whole(20, 4);

    public static Proto FloatValue(params long[] dims) =>
        new Proto().Text(1, "value").Message(5, Tensor("", Float, dims).Bytes(9, new byte[64])).Whole(20, 4);

    public byte[] ToBytes() =>
        new Proto().Whole(1, 8).Text(2, "test").Message(7, _graph).Message(8, new Proto().Text(1, "").Whole(2, 17)).ToBytes();

    public NetworkResult Read()
    {
        using MemoryStream stream = new(ToBytes());
        return OnnxFile.Read(stream, "a.onnx");
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
