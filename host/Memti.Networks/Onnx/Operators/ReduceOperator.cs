using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>
/// Reductions. Over rows or columns they are pooling; over channels they are left to units that are not modelled, as a Softmax is.
/// </summary>
internal static class ReduceOperator
{
    private static readonly Dictionary<string, Func<double, double, double>> Folds = new(StringComparer.Ordinal)
    {
        ["ReduceProd"] = static (left, right) => left * right,
        ["ReduceSum"] = static (left, right) => left + right,
        ["ReduceMean"] = static (left, right) => left + right,
        ["ReduceMax"] = Math.Max,
        ["ReduceMin"] = Math.Min,
    };

    public static GraphValue Apply(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int rank = input.Dims.Count;
        long[]? stated = scope.Wholes(1, "axes");
        bool all = stated is null or [];
        if (all && scope.Whole("noop_with_empty_axes", 0) != 0)
            return scope.Passed(0);
        HashSet<int> axes = all ? [.. Enumerable.Range(0, rank)] : scope.Axes(stated!, rank);
        return Reduced(scope, input, axes, scope.Whole("keepdims", 1) != 0) with { Data = Fold(scope, input, axes) };
    }

    /// <summary>ArgMax and ArgMin, which reduce one dimension.</summary>
    public static GraphValue Position(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int axis = scope.Axis(scope.Whole("axis", 0), input.Dims.Count);
        return input.Moved(Shape(input.Dims, [axis], scope.Whole("keepdims", 1) != 0));
    }

    private static GraphValue Reduced(NodeScope scope, GraphValue input, HashSet<int> axes, bool keeps)
    {
        GraphValue output = input.Moved(Shape(input.Dims, axes, keeps)) with { Channel = Channel(input, axes, keeps) };
        if (input.Constant || !IsPooling(input, axes))
            return output;
        MapShape map = MapShape.Of(input, scope.Batch);
        int[] others = [.. Enumerable.Range(1, input.Dims.Count - 1).Where(axis => axis != input.Channel)];
        bool whole = others.All(axes.Contains);
        long height = whole || (others.Length == 2 && axes.Contains(others[0])) ? map.Height : 1;
        long width = whole || axes.Contains(others[^1]) ? map.Width : 1;
        return height * width == 1 ? output : output with { Layer = PoolingOperator.Reduce(scope, map, height, width) };
    }

    /// <summary>True for a reduction along all dimensions but batch and channels, or along rows or columns of a map alone.</summary>
    private static bool IsPooling(GraphValue input, HashSet<int> axes)
    {
        int rank = input.Dims.Count;
        return rank > 2 && axes.Count > 0 && !axes.Contains(0) && !axes.Contains(input.Channel) && input.Count > 0
            && (axes.Count == rank - 2 || rank == 4);
    }

    private static long[] Shape(IReadOnlyList<long> dims, HashSet<int> axes, bool keeps) => keeps
        ? [.. dims.Select((size, axis) => axes.Contains(axis) ? 1 : size)]
        : [.. dims.Where((_, axis) => !axes.Contains(axis))];

    private static int Channel(GraphValue input, HashSet<int> axes, bool keeps) => Math.Max(
        1, keeps ? input.Channel : input.Channel - axes.Count(axis => axis < input.Channel));

    /// <summary>The value of a small constant that is reduced to one number; null otherwise.</summary>
    private static TensorData? Fold(NodeScope scope, GraphValue input, HashSet<int> axes)
    {
        if (input.Data is not { Values.Count: > 0 } data
            || axes.Count != input.Dims.Count
            || !Folds.TryGetValue(scope.Node.Operator, out Func<double, double, double>? fold))
            return null;
        double share = scope.Node.Operator == "ReduceMean" ? data.Values.Count : 1;
        return scope.State.Keep(data.Type, 1, () => [ElementType.Rounded(data.Type, data.Values.Aggregate(fold) / share)]);
    }
}
