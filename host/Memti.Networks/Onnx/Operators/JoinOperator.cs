using System.Globalization;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Joins tensors along a dimension.</summary>
internal static class JoinOperator
{
    public static GraphValue Concat(NodeScope scope)
    {
        GraphValue[] inputs = [.. Enumerable.Range(0, scope.InputCount).Select(scope.Input)];
        return Join(scope, inputs);
    }

    /// <summary>QLinearConcat: scale and zero point of the output, then each tensor with its scale and zero point.</summary>
    public static GraphValue Quantised(NodeScope scope)
    {
        GraphValue[] inputs = [.. Enumerable.Range(0, scope.InputCount).Where(static index => index % 3 == 2).Select(scope.Input)];
        return Join(scope, inputs);
    }

    private static GraphValue Join(NodeScope scope, GraphValue[] inputs)
    {
        if (inputs.Length == 0)
            throw GraphError.Shape(scope, "nothing to join", "at least one input");
        GraphValue first = inputs[0];
        int axis = scope.Axis(scope.Whole("axis", 1), first.Dims.Count);
        if (inputs.Length == 1)
            return first;
        long[] dims = [.. first.Dims];
        foreach (GraphValue other in inputs.Skip(1))
            dims[axis] = Joined(scope, dims, other.Dims, axis);
        bool constant = inputs.All(static input => input.Constant);
        GraphValue computed = inputs.FirstOrDefault(static input => !input.Constant) ?? first;
        return new GraphValue(scope.Sound(dims))
        {
            Constant = constant,
            Data = Values(scope, inputs, dims, axis),
            Layer = inputs.Max(static input => input.Layer),
            Channel = computed.Channel,
            Stored = constant ? Stored(scope, inputs, axis) : new object(),
        };
    }

    private static object Stored(NodeScope scope, GraphValue[] inputs, int axis) => inputs.Skip(1).Aggregate(
        scope.State.Derive(inputs[0].Stored, string.Create(CultureInfo.InvariantCulture, $"join {axis}")),
        (joined, next) => scope.State.Derive(joined, next.Stored));

    private static TensorData? Values(NodeScope scope, GraphValue[] inputs, long[] dims, int axis) =>
        inputs.All(static input => input.Data is not null) && TensorShape.Fits(dims)
            ? scope.State.Keep(
                inputs[0].Data!.Type,
                dims.Aggregate(1L, static (count, size) => count * size),
                () => TensorMoves.Join(inputs, axis))
            : null;

    private static long Joined(NodeScope scope, long[] dims, IReadOnlyList<long> other, int axis)
    {
        bool fits =
            other.Count == dims.Length && Enumerable.Range(0, dims.Length).All(index => index == axis || dims[index] == other[index]);
        return fits
            ? dims[axis] + other[axis]
            : throw GraphError.Shape(
                scope,
                $"{TensorShape.Shown(other)} beside {TensorShape.Shown(dims)}",
                $"tensors that differ in dimension {axis.ToString(CultureInfo.InvariantCulture)} alone");
    }
}
