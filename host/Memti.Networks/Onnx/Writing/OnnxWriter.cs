using Memti.Abstractions.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Writing;

/// <summary>Writes a network as an ONNX file of operator set 17, weights included. Equal networks give equal bytes.</summary>
public static class OnnxWriter
{
    /// <summary>Version of the file format, that of ONNX 1.13; ONNX Runtime reads it since 1.14.</summary>
    private const long Format = 8;
    private const long OperatorSet = 17;

    /// <summary>Writes a network.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="values">Gives the values of a parameter, as many as it has.</param>
    /// <param name="notes">Texts for the file to carry, such as the scale of pixels, by name.</param>
    /// <returns>The file.</returns>
    public static byte[] Write(
        NetworkGraph graph, Func<GraphParameter, ReadOnlyMemory<float>> values, IReadOnlyList<KeyValuePair<string, string>> notes)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(notes);
        OnnxGraphMessage message = new(graph);
        message.Message.Text(2, graph.Name)
            .Message(11, Tensor(graph.Input, graph.InputShape))
            .Message(12, Tensor(graph.Output, OutputShape(graph)));
        foreach (GraphParameter parameter in graph.Parameters)
            message.Store(parameter.Name, parameter.Shape, values(parameter).Span);
        foreach (GraphNode node in graph.Nodes)
            OperationWriting.Write(message, node);
        OnnxMessage model = new OnnxMessage()
            .Whole(1, Format)
            .Text(2, "memti")
            .Message(7, message.Message)
            .Message(8, new OnnxMessage().Text(1, "").Whole(2, OperatorSet));
        foreach ((string name, string value) in notes)
            model.Message(14, new OnnxMessage().Text(1, name).Text(2, value));
        return model.ToBytes();
    }

    private static IReadOnlyList<int> OutputShape(NetworkGraph graph) =>
        graph.Nodes.Last(node => node.Output == graph.Output).Shape;

    /// <summary>A value with a batch of any size.</summary>
    private static OnnxMessage Tensor(string name, IReadOnlyList<int> shape)
    {
        OnnxMessage sizes = new OnnxMessage().Message(1, new OnnxMessage().Text(2, "batch"));
        foreach (int size in shape)
            sizes.Message(1, new OnnxMessage().Whole(1, size));
        return new OnnxMessage()
            .Text(1, name)
            .Message(2, new OnnxMessage().Message(1, new OnnxMessage().Whole(1, ElementType.Float).Message(2, sizes)));
    }
}
