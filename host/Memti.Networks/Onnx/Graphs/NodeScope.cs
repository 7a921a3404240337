using System.Globalization;
using Memti.Networks.Onnx.Wire;
using Memti.Networks.Tables;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>A node while it is worked off: its inputs as values, its attributes, and the layers so far.</summary>
/// <param name="node">The node.</param>
/// <param name="inputs">Its inputs; null for one that is left out.</param>
/// <param name="uses">How often a tensor is read.</param>
/// <param name="layers">The layers so far.</param>
internal sealed class NodeScope(OnnxNode node, IReadOnlyList<GraphValue?> inputs, Func<string, int> uses, GraphLayers layers)
{
    public OnnxNode Node => node;

    public GraphLayers Layers => layers;

    public int InputCount => inputs.Count;

    /// <summary>An input that the operator needs.</summary>
    public GraphValue Input(int index) => Optional(index)
        ?? throw GraphError.Shape(node, string.Create(CultureInfo.InvariantCulture, $"input {index} is left out"), "all inputs that the operator needs");

    public GraphValue? Optional(int index) => index < inputs.Count ? inputs[index] : null;

    /// <summary>How often the tensor of an input is read in the graph.</summary>
    public int Uses(int index) => uses(node.Inputs[index]);

    /// <summary>True when an input may be fused with what this node does: nothing else reads it.</summary>
    public bool MayFuse(int index) => Input(index).Fusable && Uses(index) == 1;

    public OnnxAttribute? Attribute(string name) => node.Attributes.Find(attribute => attribute.Name == name);

    public long Whole(string name, long fallback) => Attribute(name)?.Whole ?? fallback;

    public string Text(string name, string fallback) => Attribute(name) is { Text.Length: > 0 } attribute ? attribute.Text : fallback;

    /// <summary>An attribute of as many whole numbers as are expected, each in a range; null when it is left out.</summary>
    public IReadOnlyList<long>? Wholes(string name, int count, long least, long most)
    {
        if (Attribute(name) is not { } attribute)
            return null;
        if (attribute.Wholes.Count == count && attribute.Wholes.TrueForAll(number => number >= least && number <= most))
            return attribute.Wholes;
        string value = $"'{name}' of [{string.Join(", ", attribute.Wholes.Select(static number => number.ToString(CultureInfo.InvariantCulture)))}]";
        throw GraphError.Shape(node, value, string.Create(CultureInfo.InvariantCulture, $"{count} numbers from {least} to {most}"));
    }

    /// <summary>A size of a layer, in the range of the field that a table has for it.</summary>
    public int Size(string key, long value)
    {
        LayerKey field = LayerKeys.Of(key);
        if (value >= 1 && value <= field.Most)
            return (int)value;
        throw GraphError.Shape(node, $"'{key}' is {value.ToString(CultureInfo.InvariantCulture)}", field.Permitted);
    }

    /// <summary>The value that an operator without a layer of its own gives: the same tensor, in the same shape.</summary>
    public GraphValue Passed(int index) => Input(index) with { Fusable = MayFuse(index) };

    /// <summary>A feature map of one frame, [1, channels, height, width].</summary>
    public GraphValue FeatureMap(int index)
    {
        GraphValue value = Input(index);
        if (value is { Constant: false, Dims: [1, > 0, > 0, > 0] })
            return value;
        throw GraphError.Shape(node, $"input {index.ToString(CultureInfo.InvariantCulture)} has the shape {TensorShape.Shown(value.Dims)}", "a feature map of 1 x channels x height x width");
    }

    /// <summary>Weights, which must be stored.</summary>
    public GraphValue Weights(int index, int rank)
    {
        GraphValue value = Input(index);
        if (!value.Constant)
            throw GraphError.Operator(node, $"{node.Operator} with computed weights", "weights that are initializers or constants");
        if (value.Dims.Count == rank && value.Dims.All(static dimension => dimension > 0))
            return value;
        throw GraphError.Shape(node, $"weights have the shape {TensorShape.Shown(value.Dims)}", string.Create(CultureInfo.InvariantCulture, $"{rank} dimensions of 1 and more"));
    }
}
