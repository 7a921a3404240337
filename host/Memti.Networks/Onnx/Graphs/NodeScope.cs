using System.Globalization;
using Memti.Documents.Parameters;
using Memti.Networks.Onnx.Wire;
using Memti.Networks.Tables;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>A node during processing: its inputs as values, its attributes, and the layers found so far.</summary>
/// <param name="node">The node.</param>
/// <param name="inputs">Its inputs; null for an omitted one.</param>
/// <param name="uses">Returns the number of readers of a tensor.</param>
/// <param name="layers">Layers found so far.</param>
internal sealed class NodeScope(OnnxNode node, IReadOnlyList<GraphValue?> inputs, Func<string, int> uses, GraphLayers layers)
{
    public OnnxNode Node => node;

    public GraphLayers Layers => layers;

    public int InputCount => inputs.Count;

    /// <summary>A required input.</summary>
    public GraphValue Input(int index) => Optional(index)
        ?? throw GraphError.Shape(
            node, string.Create(CultureInfo.InvariantCulture, $"input {index} is left out"), "all inputs that the operator needs");

    public GraphValue? Optional(int index) => index < inputs.Count ? inputs[index] : null;

    /// <summary>Number of readers of an input's tensor.</summary>
    public int Uses(int index) => uses(node.Inputs[index]);

    /// <summary>True when this node may be fused into the layer of an input, because nothing else reads the input.</summary>
    public bool MayFuse(int index) => Input(index).Fusable && Uses(index) == 1;

    public OnnxAttribute? Attribute(string name) => node.Attributes.Find(attribute => attribute.Name == name);

    public long Whole(string name, long fallback) => Attribute(name)?.Whole ?? fallback;

    public string Text(string name, string fallback) => Attribute(name) is { Text.Length: > 0 } attribute ? attribute.Text : fallback;

    /// <summary>An attribute with the expected number of whole numbers, each in a range; null when it is omitted.</summary>
    public IReadOnlyList<long>? Wholes(string name, int count, long least, long most)
    {
        if (Attribute(name) is not { } attribute)
            return null;
        if (attribute.Wholes.Count == count && attribute.Wholes.TrueForAll(number => number >= least && number <= most))
            return attribute.Wholes;
        string value =
            $"'{name}' of [{string.Join(", ", attribute.Wholes.Select(static number => number.ToString(CultureInfo.InvariantCulture)))}]";
        throw GraphError.Shape(node, value, string.Create(CultureInfo.InvariantCulture, $"{count} numbers from {least} to {most}"));
    }

    /// <summary>A size of a layer, checked against the range of the corresponding field of a layer table.</summary>
    public int Size(string key, long value)
    {
        DocumentKey field = LayerKeys.Of(key);
        if (value >= 1 && value <= field.Maximum)
            return (int)value;
        throw GraphError.Shape(node, $"'{key}' is {value.ToString(CultureInfo.InvariantCulture)}", field.Permitted);
    }

    /// <summary>Output of an operator that adds no layer: the same tensor in the same shape.</summary>
    public GraphValue Passed(int index) => Input(index) with { Fusable = MayFuse(index) };

    /// <summary>A feature map of one frame, [1, channels, height, width].</summary>
    public GraphValue FeatureMap(int index)
    {
        GraphValue value = Input(index);
        if (value is { Constant: false, Dims: [1, > 0, > 0, > 0] })
            return value;
        throw GraphError.Shape(
            node,
            $"input {index.ToString(CultureInfo.InvariantCulture)} has the shape {TensorShape.Shown(value.Dims)}",
            "a feature map of 1 x channels x height x width");
    }

    /// <summary>Weights; they must be stored in the file.</summary>
    public GraphValue Weights(int index, int rank)
    {
        GraphValue value = Input(index);
        if (!value.Constant)
            throw GraphError.Operator(node, $"{node.Operator} with computed weights", "weights that are initializers or constants");
        if (value.Dims.Count == rank && value.Dims.All(static dimension => dimension > 0))
            return value;
        throw GraphError.Shape(
            node,
            $"weights have the shape {TensorShape.Shown(value.Dims)}",
            string.Create(CultureInfo.InvariantCulture, $"{rank} dimensions of 1 and more"));
    }
}
