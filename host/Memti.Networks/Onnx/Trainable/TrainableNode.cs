using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>A node of the file while it becomes nodes of the graph.</summary>
/// <param name="scope">The node with the shapes of its inputs.</param>
/// <param name="inputs">Its inputs; null for one that is left out.</param>
/// <param name="outputs">Its outputs with their shapes.</param>
/// <param name="draft">The graph.</param>
internal sealed class TrainableNode(
    NodeScope scope, IReadOnlyList<TracedValue?> inputs, IReadOnlyList<GraphValue> outputs, GraphDraft draft)
{
    private readonly TracedValue[] _given = new TracedValue[outputs.Count];

    public NodeScope Scope => scope;

    public GraphDraft Draft => draft;

    public int InputCount => inputs.Count;

    public int OutputCount => outputs.Count;

    /// <summary>What the node gave, by output; outputs that nothing was given for are missing.</summary>
    public IReadOnlyList<TracedValue?> Given => _given;

    /// <summary>An input; null when it is left out.</summary>
    public TracedValue? Optional(int index) => index < inputs.Count ? inputs[index] : null;

    /// <summary>An input that must be there.</summary>
    public TracedValue Input(int index) => Optional(index) ?? throw Refuse("a left-out input", "all inputs that the operator needs");

    /// <summary>An input that depends on the image.</summary>
    public TracedValue Value(int index) => Input(index) is { IsConstant: false } value
        ? value
        : throw Refuse($"'{scope.Node.Inputs[index]}', a constant,", "a value that depends on the image");

    /// <summary>An input as a feature map [batch, channels, rows, columns].</summary>
    public TracedValue Map(int index) => Value(index) is { Dims.Count: 4 } map
        ? map
        : throw Refuse($"a shape of {TensorShape.Shown(Value(index).Dims)}", "feature maps with channels, rows and columns");

    /// <summary>An input that is stored in the file.</summary>
    public TracedValue Constant(int index) => Input(index) is { IsConstant: true } constant
        ? constant
        : throw Refuse($"'{scope.Node.Inputs[index]}', which is computed,", "values that are stored in the file");

    /// <summary>The parameter of a stored input as it stands in the file.</summary>
    public string Parameter(int index, ParameterRole role, params int[] shape) =>
        Parameter(index, role, "", shape, static values => values);

    /// <summary>The parameter of a stored input in another form.</summary>
    /// <param name="index">The input.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="form">Names the form.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="change">Gives the values in that form.</param>
    public string Parameter(
        int index, ParameterRole role, string form, int[] shape, Func<float[], float[]> change)
    {
        TracedValue tensor = Constant(index);
        long count = shape.Aggregate(1L, static (product, size) => product * size);
        if (tensor.IsRandom)
            return draft.Parameter(tensor, role, shape, form, null);
        if (tensor.Values is not { } values)
            throw TrainableError.Weights(tensor.Name, tensor.Reason, "values that are stored in the file");
        if (values.Length != count)
            throw Refuse(
                $"'{tensor.Name}' with {TensorShape.Shown(tensor.Dims)} values",
                $"{TensorShape.Shown([.. shape.Select(static size => (long)size)])} values");
        return draft.Parameter(tensor, role, shape, form, () => change(values));
    }

    /// <summary>Adds a node that gives an output.</summary>
    public void Give(GraphOperation operation, params IReadOnlyList<string> from) => Give(0, operation, from);

    /// <summary>Adds a node that gives an output.</summary>
    public void Give(int output, GraphOperation operation, IReadOnlyList<string> from)
    {
        string name = scope.Node.Outputs[output];
        draft.Add(NodeName(output), operation, from, name, Shape(output));
        _given[output] = new TracedValue(name, outputs[output].Dims, false);
    }

    /// <summary>Adds a node that gives a value between the nodes of the file.</summary>
    /// <returns>Name of the value.</returns>
    public string Between(GraphOperation operation, IReadOnlyList<string> from, IReadOnlyList<int> shape)
    {
        string name = draft.NewName(scope.Node.Outputs[0]);
        draft.Add(scope.Node.Shown, operation, from, name, shape);
        return name;
    }

    /// <summary>Gives the node behind a value a further input, and that node's output the name of this node's.</summary>
    public void ExtendGiver(TracedValue value, string input)
    {
        draft.Extend(value.Name, input, scope.Node.Outputs[0], Shape(0));
        _given[0] = new TracedValue(scope.Node.Outputs[0], outputs[0].Dims, false);
    }

    /// <summary>Gives an input on under the name of an output.</summary>
    public void Pass(TracedValue value, int output = 0) => _given[output] = value;

    /// <summary>Shape of an output without the batch.</summary>
    public int[] Shape(int output) => Bare(outputs[output].Dims);

    /// <summary>A shape without the batch.</summary>
    public int[] Bare(IReadOnlyList<long> dims) => dims.Count > 0 && dims[0] == scope.Batch && dims.Skip(1).All(static size => size > 0)
        ? [.. dims.Skip(1).Select(static size => (int)size)]
        : throw Refuse($"a shape of {TensorShape.Shown(dims)}", "shapes whose first dimension is the batch, and others of 1 and more");

    /// <summary>A dimension of an input without the batch.</summary>
    public int Axis(long axis, int rank) => scope.Axis(axis, rank) is > 0 and var index
        ? index - 1
        : throw Refuse("the axis of the batch", "other axes");

    /// <summary>An attribute that is a real number.</summary>
    public double Real(string name, double fallback) => scope.Attribute(name) is { } attribute ? attribute.Real : fallback;

    /// <summary>A small stored number, from an input or, in earlier operator sets, an attribute.</summary>
    public double Real(int index, string name, double fallback) => Optional(index) is null
        ? Real(name, fallback)
        : scope.Numbers(index, name).Values is [var value] ? value : throw Refuse($"several values for '{name}'", "one value");

    /// <summary>The error for the node.</summary>
    public MemtiException Refuse(string value, string permitted) => TrainableError.Operator(scope, value, permitted);

    private string NodeName(int output) => output == 0 ? scope.Node.Shown : scope.Node.Outputs[output];

    /// <summary>The node of the file.</summary>
    public OnnxNode Node => scope.Node;
}
