using Memti.Abstractions.Diagnostics;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Operators;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx;

/// <summary>Processes the nodes of a graph in file order, which the ONNX specification requires to be a topological order.</summary>
internal sealed class GraphWalk
{
    private readonly OnnxGraph _graph;
    private readonly Dictionary<string, GraphValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _outputs = new(StringComparer.Ordinal);
    private readonly GraphLayers _layers = new();

    private GraphWalk(OnnxGraph graph) => _graph = graph;

    /// <summary>The layers of a graph, with the fusions of the accelerator.</summary>
    /// <exception cref="MemtiException">The first error.</exception>
    public static IReadOnlyList<LayerRow> Layers(OnnxGraph graph)
    {
        GraphWalk walk = new(graph);
        walk.CountUses();
        walk.AddStored();
        walk.AddInputs();
        foreach (OnnxNode node in graph.Nodes)
            walk.Visit(node);
        return walk._layers.Rows.Count > 0
            ? walk._layers.Rows
            : throw GraphError.Graph("graph", "it has no layer", "at least one convolution, matrix product, pooling or addition");
    }

    private void CountUses()
    {
        // Outputs of the graph count as uses: a tensor that leaves the network cannot be fused away.
        foreach (string name in _graph.Nodes
            .SelectMany(static node => node.Inputs)
            .Concat(_graph.Outputs)
            .Where(static name => name.Length > 0))
            _uses[name] = _uses.GetValueOrDefault(name) + 1;
        foreach (string name in _graph.Nodes.SelectMany(static node => node.Outputs).Where(static name => name.Length > 0))
            if (!_outputs.Add(name))
                throw GraphError.Graph(name, "two nodes give this tensor", "one node for each tensor");
    }

    private void AddStored()
    {
        foreach (OnnxTensor tensor in _graph.Initializers)
            if (!_values.TryAdd(tensor.Name, TensorShape.Constant(tensor.Name, tensor.Dims, tensor.Values)))
                throw GraphError.Graph(tensor.Name, "two initializers have this name", "one initializer for each tensor");
    }

    // Before IR version 4, initialisers were listed among the inputs as well.
    private void AddInputs()
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (OnnxInput input in _graph.Inputs)
            if (!names.Add(input.Name))
                throw GraphError.Graph(input.Name, "two inputs have this name", "one input for each tensor");
            else if (!_values.ContainsKey(input.Name) && _uses.ContainsKey(input.Name))
                _values.Add(input.Name, TensorShape.Input(input));
    }

    private void Visit(OnnxNode node)
    {
        GraphValue?[] inputs = [.. node.Inputs.Select(name => Find(node, name))];
        GraphValue output = OperatorTable.Apply(new NodeScope(node, inputs, name => _uses.GetValueOrDefault(name), _layers));
        if (node.Outputs is not [{ Length: > 0 } name, ..])
            return;
        if (!_values.TryAdd(name, output))
            throw GraphError.Graph(name, $"node '{node.Shown}' gives a tensor that is an input or an initializer", "a name of its own");
    }

    private GraphValue? Find(OnnxNode node, string name)
    {
        if (name.Length == 0)
            return null;
        if (_values.TryGetValue(name, out GraphValue? value))
            return value;
        string reason = _outputs.Contains(name)
            ? $"node '{node.Shown}' needs this tensor before it is there: the nodes are out of order or in a circle, or it is no "
                + "first output"
            : $"node '{node.Shown}' needs this tensor, which no input, initializer or node gives";
        throw GraphError.Graph(name, reason, "nodes in an order in which each tensor is there when it is needed");
    }
}
