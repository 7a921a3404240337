using System.Globalization;
using Memti.Documents.Parameters;
using Memti.Networks.Onnx.Wire;
using Memti.Networks.Tables;

namespace Memti.Networks.Onnx.Graphs;

/// <summary>A node during processing: its inputs as values, its attributes, and the layers found so far.</summary>
/// <param name="node">The node.</param>
/// <param name="inputs">Its inputs; null for an omitted one.</param>
/// <param name="uses">Returns the number of readers of a tensor.</param>
/// <param name="state">What all nodes share.</param>
internal sealed class NodeScope(OnnxNode node, IReadOnlyList<GraphValue?> inputs, Func<string, int> uses, GraphState state)
{
    /// <summary>Longest text of a shape or attribute in a finding.</summary>
    private const int MostShown = 4;

    public OnnxNode Node => node;

    public GraphState State => state;

    public GraphLayers Layers => state.Layers;

    public int Batch => state.Batch;

    public int InputCount => inputs.Count;

    /// <summary>The operator with its inputs and their shapes, as findings name them: <c>Conv of x 1x3x32x32, w 8x3x3x3</c>.</summary>
    public string Shown
    {
        get
        {
            string[] shown = [.. node.Inputs.Zip(inputs, Show).Where(static text => text.Length > 0).Take(MostShown)];
            string more = node.Inputs.Count(static name => name.Length > 0) > shown.Length ? ", ..." : "";
            return shown.Length == 0 ? node.ShownOperator : $"{node.ShownOperator} of {string.Join(", ", shown)}{more}";
        }
    }

    /// <summary>A required input.</summary>
    public GraphValue Input(int index) => Optional(index)
        ?? throw GraphError.Shape(
            this, string.Create(CultureInfo.InvariantCulture, $"input {index} is left out"), "all inputs that the operator needs");

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
        throw GraphError.Shape(
            this,
            $"'{name}' of {Shorten(attribute.Wholes)}",
            string.Create(CultureInfo.InvariantCulture, $"{count} numbers from {least} to {most}"));
    }

    /// <summary>
    /// Whole numbers of a constant input, or of an attribute as earlier operator sets have it; null when both are omitted.
    /// </summary>
    /// <param name="index">The input.</param>
    /// <param name="attribute">The attribute.</param>
    /// <exception cref="Abstractions.Diagnostics.MemtiException">The input is not a small constant.</exception>
    public long[]? Wholes(int index, string attribute)
    {
        if (Optional(index) is null)
            return Attribute(attribute) is { } stated ? [.. stated.Wholes] : null;
        return Numbers(index, attribute).Wholes;
    }

    /// <summary>Values of a small constant input.</summary>
    /// <exception cref="Abstractions.Diagnostics.MemtiException">The input is computed, large, or stored in another file.</exception>
    public TensorData Numbers(int index, string what)
    {
        GraphValue value = Input(index);
        if (value.Data is { } data)
            return data;
        string name = node.Inputs[index];
        throw GraphError.Operator(
            this,
            value.Constant ? $"'{what}' of '{name}' without values" : $"'{what}' of '{name}', which is computed,",
            value.Constant
                ? "at most 1024 values that stand in the file itself; save small tensors within the model, or simplify it before the export"
                : "a value that follows from constants and shapes; simplify the graph with fixed input shapes before the export");
    }

    /// <summary>The node with some of its inputs alone, in that order.</summary>
    public NodeScope Only(params int[] kept)
    {
        OnnxNode less = new() { Name = node.Name, Operator = node.Operator, Domain = node.Domain, Attributes = node.Attributes };
        foreach (int index in kept)
            less.Inputs.Add(index < node.Inputs.Count ? node.Inputs[index] : "");
        less.Outputs.AddRange(node.Outputs);
        return new NodeScope(less, [.. kept.Select(Optional)], uses, state);
    }

    /// <summary>The node with other attributes.</summary>
    /// <param name="attributes">The attributes; null for one that the node does not have.</param>
    public NodeScope With(IEnumerable<OnnxAttribute?> attributes) =>
        new(node with { Attributes = [.. attributes.OfType<OnnxAttribute>()] }, inputs, uses, state);

    /// <summary>A size of a layer, checked against the range of the corresponding field of a layer table.</summary>
    public int Size(string key, long value)
    {
        DocumentKey field = LayerKeys.Of(key);
        if (value >= 1 && value <= field.Maximum)
            return (int)value;
        throw GraphError.Shape(this, $"'{key}' is {value.ToString(CultureInfo.InvariantCulture)}", field.Permitted);
    }

    /// <summary>A dimension of an input that an attribute or value names; negative numbers count from the end.</summary>
    /// <param name="axis">The number.</param>
    /// <param name="rank">Number of dimensions.</param>
    /// <param name="extra">1 where the place behind the last dimension counts too.</param>
    public int Axis(long axis, int rank, int extra = 0)
    {
        long index = axis < 0 ? axis + rank : axis;
        return index >= 0 && index < rank + extra
            ? (int)index
            : throw GraphError.Shape(
                this,
                string.Create(CultureInfo.InvariantCulture, $"'axis' is {axis}"),
                rank + extra == 0
                    ? "an input with dimensions"
                    : string.Create(CultureInfo.InvariantCulture, $"{-rank} to {rank + extra - 1}"));
    }

    /// <summary>Dimensions that a list names.</summary>
    public HashSet<int> Axes(IReadOnlyList<long> axes, int rank) => axes.Count <= Math.Max(rank, 1)
        ? [.. axes.Select(axis => Axis(axis, rank))]
        : throw GraphError.Shape(
            this, $"axes {Shorten(axes)}", string.Create(CultureInfo.InvariantCulture, $"at most {rank} axes"));

    /// <summary>A shape within the limits.</summary>
    public long[] Sound(long[] dims) => TensorShape.Fits(dims)
        ? dims
        : throw GraphError.Shape(
            this, $"a shape of {TensorShape.Shown(dims)}", "16 dimensions from 0 to 2147483647, and 1e12 values in all");

    /// <summary>Output of an operator that adds no layer: the same tensor in the same shape, with other values.</summary>
    public GraphValue Passed(int index) => Same(index).Changed;

    /// <summary>Output of an operator that leaves the values as they are.</summary>
    public GraphValue Same(int index) => Input(index) with { Fusable = MayFuse(index) };

    /// <summary>A feature map, [batch, channels, columns] or [batch, channels, rows, columns], or with channels last.</summary>
    public SpatialInput Spatial(int index)
    {
        GraphValue value = Input(index);
        if (value is { Constant: false, Dims: [_, > 0, > 0] or [_, > 0, > 0, > 0] } && value.Dims[0] == Batch)
            return new SpatialInput(value, IsChannelsLast);
        string permitted = value.Dims.Count switch
        {
            5 => "a feature map with rows and columns or with columns alone; three-dimensional ones are not supported",
            3 or 4 when value.Dims[0] != Batch => BatchHint,
            _ => $"a feature map of {Text(Batch)} x channels x height x width",
        };
        throw GraphError.Shape(this, $"input {Text(index)} has the shape {TensorShape.Shown(value.Dims)}", permitted);
    }

    /// <summary>What helps where a tensor holds other than the expected number of frames.</summary>
    public string BatchHint => $"tensors of {Text(Batch)} frame{(Batch == 1 ? "" : "s")}; --batch N, or 'batch' in a scenario, says how "
        + "many frames the file takes at once, and the layers are then those of one";

    /// <summary>Weights; they must not depend on the inputs of the network.</summary>
    public GraphValue Weights(int index, int rank)
    {
        GraphValue value = Input(index);
        if (!value.Constant)
            throw GraphError.Operator(
                this,
                $"{node.Operator} with computed weights",
                "weights that are initializers, constants, inputs with a stated shape, or follow from them");
        if (value.Dims.Count == rank && value.Dims.All(static dimension => dimension > 0))
            return value;
        throw GraphError.Shape(
            this,
            $"weights have the shape {TensorShape.Shown(value.Dims)}",
            string.Create(CultureInfo.InvariantCulture, $"{rank} dimensions of 1 and more"));
    }

    /// <summary>A list of numbers for a finding; long ones are cut.</summary>
    public static string Shorten(IReadOnlyList<long> numbers)
    {
        const int Most = 16;
        string text = string.Join(", ", numbers.Take(Most).Select(Text));
        return numbers.Count > Most ? $"[{text}, ...]" : $"[{text}]";
    }

    // ONNX Runtime says it in an attribute or in the name, QONNX in a domain, an attribute or the name.
    private bool IsChannelsLast => node.IsChannelsLast || Whole("channels_last", 0) != 0 || Text("data_layout", "") == "NHWC"
        || node.Operator is "Im2Col" or "MaxPoolNHWC" || node.Operator.StartsWith("Nhwc", StringComparison.Ordinal);

    private static string Show(string name, GraphValue? value) => name.Length == 0 || value is null
        ? ""
        : value.Unknown is not null ? $"{name} (unknown)" : $"{name} {TensorShape.Shown(value.Dims)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(int number) => Text((long)number);
}
