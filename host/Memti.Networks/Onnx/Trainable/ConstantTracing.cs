using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Constants with their values: stored ones, small ones that the walk computed, large ones in another shape or order.</summary>
/// <param name="model">The model, with its weights.</param>
/// <param name="external">Reads weights in other files.</param>
internal sealed class ConstantTracing(OnnxModel model, ExternalWeights external)
{
    private readonly Dictionary<string, OnnxTensor> _stored = Stored(model.Graph);

    /// <summary>A tensor that is stored or an input; null for others.</summary>
    public TracedValue? Find(string name, GraphValue value)
    {
        if (!_stored.TryGetValue(name, out OnnxTensor? tensor))
            return value.Constant ? new TracedValue(name, value.Dims, true) { IsRandom = true } : null;
        return Of(name, value, tensor);
    }

    /// <summary>What a node gives whose inputs are all constants.</summary>
    public TracedValue Fold(NodeScope scope, TracedValue? first, string name, GraphValue value)
    {
        if (value.Data is { } data)
            return new TracedValue(name, value.Dims, true) { Values = [.. data.Values.Select(static number => (float)number)] };
        if (scope.Node.Operator == "Constant" && scope.Attribute("value")?.Tensor is { } tensor)
            return Of(name, value, tensor);
        TracedValue folded = new(name, value.Dims, true)
        {
            Reason = $"they are computed by '{scope.Node.Shown}' ({scope.Node.ShownOperator})",
        };
        return (first, scope.Node.Operator) switch
        {
            ({ } from, "Identity" or "Cast" or "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" or "Dropout") => folded with
            {
                Values = from.Values,
                IsRandom = from.IsRandom,
                Reason = from.Reason,
            },
            ({ Values: { } values } from, "Transpose") => folded with { Values = Turned(scope, from, values) },
            _ => folded,
        };
    }

    private static Dictionary<string, OnnxTensor> Stored(OnnxGraph graph)
    {
        Dictionary<string, OnnxTensor> stored = new(StringComparer.Ordinal);
        foreach (OnnxTensor tensor in graph.Initializers)
            stored.TryAdd(tensor.Name, tensor);
        return stored;
    }

    private TracedValue Of(string name, GraphValue value, OnnxTensor tensor)
    {
        TracedValue constant = new(name, value.Dims, true);
        if (!ElementType.IsReal(tensor.Type))
            return tensor.Values is { } whole
                ? constant with { Values = [.. whole.Select(static number => (float)number)] }
                : constant with { Reason = "they are no floating-point numbers" };
        if (tensor.External is not null)
            return constant with { Values = external.Read(tensor, value.Count) };
        return tensor.Weights is { } weights && weights.Length == value.Count
            ? constant with { Values = weights }
            : constant with { Reason = "the file does not have all of them, or has them in sparse form" };
    }

    private static float[] Turned(NodeScope scope, TracedValue from, float[] values)
    {
        int rank = from.Dims.Count;
        int[] order = scope.Attribute("perm") is { } stated
            ? [.. stated.Wholes.Select(axis => (int)axis)]
            : [.. Enumerable.Range(0, rank).Reverse()];
        return TensorMoves.Turn(values, from.Dims, order);
    }
}
