using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>
/// Turns a graph of a file into one that can be trained. The walk that finds layers has computed all shapes; here the nodes that the output
/// depends on become operations, and constants become parameters.
/// </summary>
internal sealed class GraphTranslation
{
    private readonly OnnxModel _model;
    private readonly IReadOnlyDictionary<string, GraphValue?> _shapes;
    private readonly ConstantTracing _constants;
    private readonly GraphDraft _draft = new();
    private readonly GraphState _state = new(1);
    private readonly Dictionary<string, TracedValue> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);
    private TracedValue? _image;

    private GraphTranslation(OnnxModel model, IReadOnlyDictionary<string, GraphValue?> shapes, ExternalWeights external) =>
        (_model, _shapes, _constants) = (model, shapes, new ConstantTracing(model, external));

    /// <summary>Turns a model into a graph.</summary>
    /// <param name="model">The model, with its weights.</param>
    /// <param name="shapes">The tensors of its graph by name.</param>
    /// <param name="name">Name of the network.</param>
    /// <param name="external">Reads weights in other files.</param>
    /// <exception cref="Memti.Abstractions.Diagnostics.MemtiException">A node cannot be trained, or weights cannot be read.</exception>
    public static NetworkGraph Of(
        OnnxModel model, IReadOnlyDictionary<string, GraphValue?> shapes, string name, ExternalWeights external)
    {
        GraphTranslation translation = new(model, shapes, external);
        (List<OnnxNode> nodes, string output) = translation.Needed();
        translation._draft.Reserve(shapes.Keys);
        translation.CountUses(nodes, output);
        foreach (OnnxNode node in nodes)
            translation.Visit(node);
        return translation.Whole(name, translation._values[output]);
    }

    private NetworkGraph Whole(string name, TracedValue output)
    {
        if (output.IsConstant || _image is not { } image)
            throw TrainableError.Graph(output.Name, "the output does not depend on an input", "an output that follows from an image");
        IReadOnlyList<GraphNode> nodes = _draft.Nodes;
        (TracedValue input, nodes) = ChannelsFirst(image, nodes);
        if (input.Dims.Count != 4)
            throw TrainableError.Graph(
                image.Name, $"an input of {TensorShape.Shown(image.Dims)}", "one input of 1 x channels x height x width");
        return new NetworkGraph
        {
            Name = name,
            Input = input.Name,
            InputShape = [.. input.Dims.Skip(1).Select(static size => (int)size)],
            Nodes = nodes,
            Output = output.Name,
            Parameters = ClassifierRole.Assign(nodes, _draft.Parameters, output.Name),
        };
    }

    /// <summary>An image whose channels are last, and moved in front by the first node, begins behind that node.</summary>
    private static (TracedValue Image, IReadOnlyList<GraphNode> Nodes) ChannelsFirst(TracedValue image, IReadOnlyList<GraphNode> nodes)
    {
        GraphNode[] readers = [.. nodes.Where(node => node.Inputs.Contains(image.Name))];
        if (image.Dims.Count != 4 || readers is not [{ Operation: Transposition { Order: [2, 0, 1] } } only])
            return (image, nodes);
        TracedValue turned = new(only.Output, [image.Dims[0], .. only.Shape.Select(static size => (long)size)], false);
        return (turned, [.. nodes.Where(node => node != only)]);
    }

    /// <summary>The nodes that the logits depend on, in their order, and the name of the logits.</summary>
    private (List<OnnxNode> Nodes, string Output) Needed()
    {
        if (_model.Graph.Outputs.FirstOrDefault() is not { } output)
            throw TrainableError.Graph("graph", "it has no output", "a graph whose first output is the classifier's");
        Dictionary<string, OnnxNode> givers = new(StringComparer.Ordinal);
        foreach (OnnxNode node in _model.Graph.Nodes)
            foreach (string name in node.Outputs.Where(static name => name.Length > 0))
                givers.TryAdd(name, node);
        // The loss of a trainer has the Softmax: the network ends at the logits before it.
        while (givers.TryGetValue(output, out OnnxNode? last)
            && last is { IsStandard: true, Operator: "Softmax" or "LogSoftmax" or "Identity", Inputs: [var before, ..] })
            output = before;
        if (!givers.ContainsKey(output))
            throw TrainableError.Graph(output, "the output is no result of a node", "a graph whose first output is the classifier's");
        HashSet<OnnxNode> needed = new(ReferenceEqualityComparer.Instance);
        Stack<string> open = new([output]);
        while (open.TryPop(out string? name))
            if (givers.TryGetValue(name, out OnnxNode? node) && needed.Add(node))
                foreach (string input in node.Inputs)
                    open.Push(input);
        return ([.. _model.Graph.Nodes.Where(needed.Contains)], output);
    }

    private void CountUses(IEnumerable<OnnxNode> nodes, string output)
    {
        foreach (string name in nodes.SelectMany(static node => node.Inputs).Append(output))
            _uses[name] = _uses.GetValueOrDefault(name) + 1;
    }

    private void Visit(OnnxNode node)
    {
        GraphValue?[] shapes = [.. node.Inputs.Select(name => _shapes.GetValueOrDefault(name))];
        NodeScope scope = new(node, shapes, name => _uses.GetValueOrDefault(name), _state);
        TracedValue?[] inputs = [.. node.Inputs.Zip(shapes, Find)];
        GraphValue?[] outputs = [.. node.Outputs.Select(name => name.Length == 0 ? null : _shapes.GetValueOrDefault(name))];
        if (outputs.FirstOrDefault(static output => output?.Unknown is not null)?.Unknown is { } unknown)
            throw unknown;
        if (outputs.All(static output => output is null || output.Data is not null || output.Constant))
            Fold(scope, inputs, outputs);
        else
            Translate(scope, inputs, outputs);
    }

    private void Fold(NodeScope scope, TracedValue?[] inputs, GraphValue?[] outputs)
    {
        for (int index = 0; index < outputs.Length; index++)
            if (outputs[index] is { } value)
                _values[scope.Node.Outputs[index]] = _constants.Fold(scope, inputs.FirstOrDefault(), scope.Node.Outputs[index], value);
    }

    private void Translate(NodeScope scope, TracedValue?[] inputs, GraphValue?[] outputs)
    {
        TrainableNode node = new(scope, inputs, [.. outputs.Select(static output => output ?? new GraphValue([]))], _draft);
        TranslationTable.Apply(node);
        for (int index = 0; index < outputs.Length; index++)
            if (node.Given[index] is { } given)
                _values[scope.Node.Outputs[index]] = given;
    }

    private TracedValue? Find(string name, GraphValue? shape)
    {
        if (name.Length == 0)
            return null;
        if (_values.TryGetValue(name, out TracedValue? known))
            return known;
        if (shape is null)
            throw TrainableError.Graph(name, "an output that the operator need not give", "the outputs that operators always give");
        if (shape.Unknown is { } unknown)
            throw unknown;
        return _values[name] = _constants.Find(name, shape) ?? Image(name, shape);
    }

    private TracedValue Image(string name, GraphValue shape)
    {
        if (_image is { } other)
            throw TrainableError.Graph(name, $"a second input beside '{other.Name}'", "graphs with one input, the image");
        return _image = new TracedValue(name, shape.Dims, false);
    }
}
