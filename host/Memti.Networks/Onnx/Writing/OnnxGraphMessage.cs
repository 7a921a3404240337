using Memti.Abstractions.Graphs;

namespace Memti.Networks.Onnx.Writing;

/// <summary>The graph of an ONNX file while it is written.</summary>
/// <param name="graph">The network.</param>
internal sealed class OnnxGraphMessage(NetworkGraph graph)
{
    private readonly OnnxMessage _message = new();
    private readonly HashSet<string> _names = new(
        [graph.Input, .. graph.Nodes.Select(static node => node.Output), .. graph.Parameters.Select(static parameter => parameter.Name)],
        StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<int>> _shapes = Shapes(graph);

    public OnnxMessage Message => _message;

    /// <summary>Axes of a value or parameter, without the batch.</summary>
    public int RankOf(string name) => _shapes[name].Count;

    /// <summary>Adds a node with one output.</summary>
    public void Add(string name, string type, IReadOnlyList<string> inputs, string output, params IReadOnlyList<OnnxMessage> attributes)
    {
        OnnxMessage node = new();
        foreach (string input in inputs)
            node.Text(1, input);
        node.Text(2, output).Text(3, name).Text(4, type);
        foreach (OnnxMessage attribute in attributes)
            node.Message(5, attribute);
        _message.Message(1, node);
    }

    /// <summary>Stores a parameter.</summary>
    public void Store(string name, IReadOnlyList<int> shape, ReadOnlySpan<float> values) =>
        _message.Message(5, OnnxMessage.Tensor(name, shape, values));

    /// <summary>Stores a row of numbers that an operator reads.</summary>
    /// <returns>Its name.</returns>
    public string Store(string near, params long[] values)
    {
        string name = NewName(near);
        _message.Message(5, OnnxMessage.Tensor(name, values));
        return name;
    }

    /// <summary>Stores a number that an operator reads.</summary>
    /// <returns>Its name.</returns>
    public string Store(string near, double value)
    {
        string name = NewName(near);
        _message.Message(5, OnnxMessage.Tensor(name, [], [(float)value]));
        return name;
    }

    /// <summary>Stores a row of real numbers that an operator reads.</summary>
    /// <returns>Its name.</returns>
    public string StoreRow(string near, params float[] values)
    {
        string name = NewName(near);
        _message.Message(5, OnnxMessage.Tensor(name, [values.Length], values));
        return name;
    }

    /// <summary>A name that nothing in the graph has.</summary>
    public string NewName(string near)
    {
        string name = near;
        for (int number = 2; !_names.Add(name); number++)
            name = FormattableString.Invariant($"{near}.{number}");
        return name;
    }

    private static Dictionary<string, IReadOnlyList<int>> Shapes(NetworkGraph graph)
    {
        Dictionary<string, IReadOnlyList<int>> shapes = new(StringComparer.Ordinal) { [graph.Input] = graph.InputShape };
        foreach (GraphNode node in graph.Nodes)
            shapes[node.Output] = node.Shape;
        return shapes;
    }
}
