using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>Tensors that nodes of one graph or function see.</summary>
/// <param name="outer">The graph around a branch; null for the graph of the model and for functions.</param>
/// <param name="prefix">What the names of its nodes begin with: the nodes that call it.</param>
internal sealed class GraphScope(GraphScope? outer, string prefix)
{
    private readonly Dictionary<string, GraphValue?> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);

    /// <summary>What the names of its nodes begin with.</summary>
    public string Prefix => prefix;

    /// <summary>Attributes that nodes of a function refer to.</summary>
    public IReadOnlyList<OnnxAttribute> Attributes { get; init; } = [];

    /// <summary>The tensors; null for an omitted input of a function.</summary>
    public IReadOnlyDictionary<string, GraphValue?> Values => _values;

    /// <summary>Counts the readers of tensors. Outputs count as uses: a tensor that leaves the graph cannot be fused away.</summary>
    /// <returns>The number of names that were counted.</returns>
    public int CountUses(IReadOnlyList<OnnxNode> nodes, IEnumerable<string> outputs)
    {
        int names = 0;
        foreach (string name in Names(nodes).Concat(outputs).Where(static name => name.Length > 0))
            (_uses[name], names) = (_uses.GetValueOrDefault(name) + 1, names + 1);
        foreach (string name in nodes.SelectMany(static node => node.Outputs).Where(static name => name.Length > 0))
            if (!_outputs.Add(name))
                throw GraphError.Graph(name, "two nodes give this tensor", "one node for each tensor");
        return names;
    }

    /// <summary>True when a node of the graph itself reads the tensor, or it is an output.</summary>
    public bool IsUsed(string name) => _uses.ContainsKey(name);

    /// <summary>Number of readers of a tensor.</summary>
    public int Uses(string name) => _values.ContainsKey(name) || outer is null ? _uses.GetValueOrDefault(name) : outer.Uses(name);

    /// <summary>True when a node of the graph gives the tensor.</summary>
    public bool Gives(string name) => _outputs.Contains(name) || (outer?.Gives(name) ?? false);

    public bool TryAdd(string name, GraphValue? value) => _values.TryAdd(name, value);

    /// <summary>Finds a tensor here or in the graphs around.</summary>
    /// <returns>False when there is none. The tensor is null for an omitted input of a function.</returns>
    public bool TryFind(string name, out GraphValue? value) =>
        _values.TryGetValue(name, out value) || (outer is not null && outer.TryFind(name, out value));

    // A branch reads tensors of the graphs around it without naming them as inputs of its node.
    private static IEnumerable<string> Names(IEnumerable<OnnxNode> nodes) => nodes.SelectMany(
        static node => node.Inputs.Concat(node.Attributes.SelectMany(static attribute => attribute.Graphs)
            .SelectMany(static graph => Names(graph.Nodes).Concat(graph.Outputs))));
}
