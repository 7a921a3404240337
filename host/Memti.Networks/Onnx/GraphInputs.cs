using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Networks.Inputs;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Operators;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx;

/// <summary>Shapes of the inputs of a graph, with what the user says of them.</summary>
/// <param name="graph">The graph.</param>
/// <param name="stated">What the user says.</param>
internal sealed class GraphInputs(OnnxGraph graph, NetworkInputs stated)
{
    /// <summary>Operators that weights may pass on their way to the node that multiplies with them.</summary>
    private static readonly string[] Carriers =
    [
        "Identity", "Cast", "Transpose", "Reshape", "Unsqueeze", "Squeeze", "QuantizeLinear", "DequantizeLinear", "Quant", "BipolarQuant",
    ];

    private readonly HashSet<string> _weights = Weights(graph);

    /// <summary>Refuses shapes of inputs that the graph does not have.</summary>
    /// <param name="stored">Names of initializers, which older graphs list among the inputs.</param>
    public void CheckNames(IReadOnlySet<string> stored)
    {
        string[] names = [.. graph.Inputs.Select(static input => input.Name).Where(name => !stored.Contains(name))];
        foreach (string name in stated.Shapes.Keys.Order(StringComparer.Ordinal))
            if (!names.Contains(name))
                throw GraphError.Input(name, "the graph has no input of this name", names.Length == 0 ? "none" : string.Join(", ", names));
    }

    /// <summary>The value of an input. One whose shape is not known is an error only once a layer needs it.</summary>
    /// <exception cref="MemtiException">The shape is beyond the limits.</exception>
    public GraphValue Read(OnnxInput input)
    {
        bool isWeight = _weights.Contains(input.Name);
        if (stated.Shapes.TryGetValue(input.Name, out IReadOnlyList<long>? said))
            return Checked(input, [.. said], isWeight);
        if (input.Dims is not { } dims)
            return GraphValue.Lost(GraphError.Tensor(input.Name, "no shape", $"inputs whose shape is stated: {Help(input, [])}"));
        long?[] sizes = [.. dims.Select(static dimension => dimension.Size)];
        // Exporters write 0 or -1 for a batch of any size.
        if (sizes.Length > 0 && !isWeight && (sizes[0] is null or 0 or -1 || (stated.Batch is not null && sizes.Length > 1)))
            sizes[0] = stated.Batch ?? 1;
        if (Array.FindIndex(sizes, static size => size is null or < 1) is >= 0 and int open)
            return GraphValue.Lost(Open(input, open));
        long[] known = [.. sizes.Select(static size => size!.Value)];
        return isWeight || known.Length < 2 || known[0] == (stated.Batch ?? 1)
            ? Checked(input, known, isWeight)
            : GraphValue.Lost(Batched(input, known));
    }

    private static GraphValue Checked(OnnxInput input, long[] dims, bool isWeight)
    {
        TensorShape.Check(input.Name, dims);
        return new GraphValue(dims) { Constant = isWeight };
    }

    private static MemtiException Open(OnnxInput input, int axis)
    {
        OnnxDimension dimension = input.Dims![axis];
        string size = dimension.Size is { } number ? $"the size {number.ToString(CultureInfo.InvariantCulture)}" : "no number";
        string name = dimension.Name.Length > 0 ? $" ('{dimension.Name}')" : "";
        return GraphError.Tensor(
            input.Name,
            string.Create(CultureInfo.InvariantCulture, $"{size} in dimension {axis}{name}"),
            $"numbers of 1 and more in all dimensions but the first: {Help(input, input.Dims)}");
    }

    private static MemtiException Batched(OnnxInput input, long[] dims)
    {
        string frames = dims[0].ToString(CultureInfo.InvariantCulture);
        string shape = string.Join('x', dims);
        return GraphError.Tensor(
            input.Name,
            $"a batch of {frames} in its shape {shape}",
            $"a batch of 1, or one without a number; if the file takes {frames} frames at once, --batch {frames} counts the layers of one; "
                + $"if it has no batch, --input {input.Name}={shape} says so (in a scenario: 'batch', 'inputs')");
    }

    private static string Help(OnnxInput input, IReadOnlyList<OnnxDimension> dims)
    {
        string[] sizes = [.. dims.Select(static (dimension, axis) => dimension.Size is > 0 and { } size
            ? size.ToString(CultureInfo.InvariantCulture)
            : axis == 0 ? "1" : "SIZE")];
        return $"say it with --input {input.Name}={(sizes.Length == 0 ? "1xSIZExSIZExSIZE" : string.Join('x', sizes))} "
            + "(in a scenario: 'inputs')";
    }

    /// <summary>Names of inputs that some node multiplies with: weights that whoever runs the graph brings along.</summary>
    private static HashSet<string> Weights(OnnxGraph graph)
    {
        HashSet<string> weights = new(StringComparer.Ordinal);
        HashSet<string> maps = new(StringComparer.Ordinal);
        HashSet<string> stored = graph.Initializers.Select(static tensor => tensor.Name)
            .Concat(graph.Nodes.Where(static node => node.Operator == "Constant").SelectMany(static node => node.Outputs))
            .ToHashSet(StringComparer.Ordinal);
        foreach (OnnxNode node in graph.Nodes.AsEnumerable().Reverse())
            if (OperatorTable.Multiplies(node))
            {
                maps.UnionWith(node.Inputs.Take(1));
                (node.Inputs.Count > 0 && stored.Contains(node.Inputs[0]) ? maps : weights).UnionWith(node.Inputs.Skip(1));
            }
            else if (node.Operator == "BatchNormalization")
                weights.UnionWith(node.Inputs.Skip(1));
            else if (Carriers.Contains(node.Operator) && node.Inputs.Count > 0 && node.Outputs.Exists(weights.Contains))
                weights.Add(node.Inputs[0]);
            else if (node.Operator is not "Shape")
                maps.UnionWith(node.Inputs);
        weights.ExceptWith(maps);
        return weights;
    }
}
