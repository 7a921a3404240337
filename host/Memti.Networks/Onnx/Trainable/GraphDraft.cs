using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Nodes and parameters of a graph that is being made, under names that are unique.</summary>
internal sealed class GraphDraft
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphParameter> _parameters = [];
    private readonly Dictionary<string, string> _variants = new(StringComparer.Ordinal);
    private readonly HashSet<string> _nodeNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<GraphNode> Nodes => _nodes;

    public IReadOnlyList<GraphParameter> Parameters => _parameters;

    /// <summary>Keeps the names of the file's tensors for those tensors.</summary>
    public void Reserve(IEnumerable<string> names) => _names.UnionWith(names);

    /// <summary>Adds a node.</summary>
    /// <param name="name">Its name; becomes unique by a number behind it.</param>
    /// <param name="operation">What it computes.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="output">Name of its output, a reserved one or one of <see cref="NewName"/>.</param>
    /// <param name="shape">Shape of the output without the batch.</param>
    public void Add(string name, GraphOperation operation, IReadOnlyList<string> inputs, string output, IReadOnlyList<int> shape) =>
        _nodes.Add(new GraphNode(Unique(_nodeNames, name), operation, inputs, output, shape));

    /// <summary>Replaces the last node that gives a value, by one with another input and the output of both.</summary>
    public void Extend(string value, string input, string output, IReadOnlyList<int> shape)
    {
        int index = _nodes.FindLastIndex(node => node.Output == value);
        GraphNode node = _nodes[index];
        _nodes[index] = node with { Inputs = [.. node.Inputs, input], Output = output, Shape = shape };
    }

    /// <summary>The node that gives a value; null when it is the input.</summary>
    public GraphNode? Giver(string value) => _nodes.FindLast(node => node.Output == value);

    /// <summary>The parameter of a tensor in a shape; the same parameter for every use in the same form.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="shape">Its shape in the graph.</param>
    /// <param name="form">Says in which order its values are, such as <c>turned</c>; equal forms have equal values.</param>
    /// <param name="values">The values in that form; null for random ones.</param>
    /// <returns>Name of the parameter.</returns>
    public string Parameter(
        TracedValue tensor, ParameterRole role, IReadOnlyList<int> shape, string form, Func<float[]>? values)
    {
        string key = $"{tensor.Name}\n{form}\n{string.Join('x', shape)}";
        if (_variants.TryGetValue(key, out string? made))
            return made;
        // The first use has the tensor's own name, which is reserved.
        string name = _parameters.Exists(parameter => parameter.Name == tensor.Name) ? NewName(tensor.Name) : tensor.Name;
        _names.Add(name);
        _variants[key] = name;
        _parameters.Add(new GraphParameter { Name = name, Role = role, Shape = shape, Values = values?.Invoke() });
        return name;
    }

    /// <summary>A name that nothing has.</summary>
    public string NewName(string near) => Unique(_names, near);

    private static string Unique(HashSet<string> taken, string name)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = FormattableString.Invariant($"{name}.{number}");
        return unique;
    }
}
