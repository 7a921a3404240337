using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Operators that give the same values in another shape or order.</summary>
internal static class LayoutOperator
{
    public static GraphValue Transpose(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int rank = input.Dims.Count;
        int[] order = scope.Attribute("perm") is { } stated
            ? [.. stated.Wholes.Take(rank + 1).Select(axis => scope.Axis(axis, rank))]
            : [.. Enumerable.Range(0, rank).Reverse()];
        if (order.Length != rank || order.Distinct().Count() != rank)
            throw GraphError.Shape(
                scope,
                $"'perm' of {NodeScope.Shorten([.. order.Select(static axis => (long)axis)])}",
                "each dimension of the input once");
        GraphValue turned = scope.Same(0);
        return turned with
        {
            Dims = [.. order.Select(axis => input.Dims[axis])],
            Data = input.Data is { } data
                ? scope.State.Keep(data.Type, data.Values.Count, () => TensorMoves.Turn(data.Values, input.Dims, order))
                : null,
            Channel = rank < 2 ? 1 : Array.IndexOf(order, input.Channel) is > 0 and var channel ? channel : 1,
            // The rows and columns of a map may be pooled in their order alone.
            Fusable = turned.Fusable && order is [0, ..] && IsInOrder(order.Where(axis => axis != 0 && axis != input.Channel)),
            Flattened = null,
            Patches = null,
            Border = input.Border is { } border
                ? new ZeroBorder([.. order.Select(axis => border.Before[axis])], [.. order.Select(axis => border.After[axis])])
                : null,
        };
    }

    public static GraphValue Flatten(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int axis = scope.Axis(scope.Whole("axis", 1), input.Dims.Count, extra: 1);
        long[] dims = [Product(input.Dims.Take(axis)), Product(input.Dims.Skip(axis))];
        return Renamed(scope, scope.Sound(dims));
    }

    public static GraphValue Reshape(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        long[] shape = scope.Wholes(1, "shape") ?? throw GraphError.Shape(scope, "no shape", "a shape as input or attribute");
        // ONNX: 0 copies the input's dimension unless allowzero is set, and one -1 takes what the others leave.
        long[] dims =
            [.. shape.Select(
                (size, axis) => size == 0 && axis < input.Dims.Count && scope.Whole("allowzero", 0) == 0 ? input.Dims[axis] : size)];
        int open = Array.IndexOf(dims, -1);
        if (open >= 0)
            dims[open] = 1;
        // Fits comes first: it bounds the product, which could overflow otherwise.
        if (open >= 0 && TensorShape.Fits(dims) && Product(dims) is > 0 and var rest && input.Count % rest == 0)
            dims[open] = input.Count / rest;
        if (!TensorShape.Fits(dims) || Product(dims) != input.Count)
            throw GraphError.Shape(
                scope,
                $"{TensorShape.Shown(input.Dims)} to {NodeScope.Shorten(shape)}",
                "a shape of as many values; where the file fixes a batch in its shapes, --batch N says which");
        return Renamed(scope, dims);
    }

    public static GraphValue Squeeze(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int rank = input.Dims.Count;
        long[]? stated = scope.Wholes(1, "axes");
        HashSet<int> axes = stated is null
            ? [.. Enumerable.Range(0, rank).Where(axis => input.Dims[axis] == 1)]
            : scope.Axes(stated, rank);
        if (axes.Any(axis => input.Dims[axis] != 1))
            throw GraphError.Shape(
                scope, $"dimensions {NodeScope.Shorten(stated!)} of {TensorShape.Shown(input.Dims)}", "dimensions of size 1");
        GraphValue output = Renamed(scope, [.. input.Dims.Where((_, axis) => !axes.Contains(axis))]);
        return axes.Contains(input.Channel)
            ? output
            : output with { Channel = Math.Max(1, input.Channel - axes.Count(axis => axis < input.Channel)) };
    }

    public static GraphValue Unsqueeze(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        long[] stated = scope.Wholes(1, "axes") ?? throw GraphError.Shape(scope, "no axes", "axes as input or attribute");
        int rank = input.Dims.Count + stated.Length;
        HashSet<int> axes = scope.Axes(stated, rank);
        if (axes.Count != stated.Length)
            throw GraphError.Shape(scope, $"axes {NodeScope.Shorten(stated)}", "each axis once");
        Queue<long> sizes = new(input.Dims);
        long[] dims = [.. Enumerable.Range(0, rank).Select(axis => axes.Contains(axis) ? 1 : sizes.Dequeue())];
        int channel = input.Channel;
        foreach (int axis in axes.Order())
            channel += axis <= channel ? 1 : 0;
        return Renamed(scope, scope.Sound(dims)) with { Channel = input.Dims.Count < 2 ? 1 : channel };
    }

    /// <summary>Expand and Tile, which repeat a tensor.</summary>
    public static GraphValue Expand(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        long[] shape = scope.Numbers(1, "shape").Wholes;
        long[] dims = Broadcast.Of(input.Dims, shape) is { } repeated
            ? scope.Sound(repeated)
            : throw GraphError.Shape(
                scope, $"{TensorShape.Shown(input.Dims)} to {NodeScope.Shorten(shape)}", "sizes of which one is 1, or equal ones");
        if (dims.SequenceEqual(input.Dims))
            return scope.Same(0);
        return input.Moved(dims) with
        {
            Data = input.Data is { } data
                ? scope.State.Keep(data.Type, Product(dims), () => TensorMoves.Repeat(data.Values, input.Dims, dims))
                : null,
        };
    }

    public static GraphValue Tile(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        long[] times = scope.Numbers(1, "repeats").Wholes;
        if (times.Length != input.Dims.Count || times.Any(static count => count is < 0 or > int.MaxValue))
            throw GraphError.Shape(scope, $"repeats {NodeScope.Shorten(times)}", "a number for each dimension");
        if (times.All(static count => count == 1))
            return scope.Same(0);
        GraphValue output = input.Moved(scope.Sound([.. input.Dims.Zip(times, static (size, count) => size * count)]));
        return input.Data is { } data && output.Count > 0
            ? output with { Data = scope.State.Keep(data.Type, output.Count, () => Tiled(data.Values, input.Dims, times)) }
            : output;
    }

    /// <summary>
    /// The same values in another shape. A feature map of one frame that becomes a row remembers its channels, height and width.
    /// </summary>
    private static GraphValue Renamed(NodeScope scope, long[] dims)
    {
        GraphValue input = scope.Input(0);
        if (input.Dims.SequenceEqual(dims))
            return scope.Same(0);
        int batch = scope.Batch;
        bool isRow = dims.Length == 2 ? dims[0] == batch : dims.Length == 1 && batch == 1;
        return input with
        {
            Dims = dims,
            Fusable = false,
            Border = null,
            Patches = null,
            Channel = Channel(input, dims),
            Flattened = !isRow ? null : input.Dims.Count > 2 && input.Dims[0] == batch && input.Count > 0
                ? new GraphValue(input.Dims) { Channel = input.Channel }
                : input.Flattened,
        };
    }

    // Where channels were last and as many are last again, they still are.
    private static int Channel(GraphValue input, long[] dims)
    {
        bool isLast = dims.Length > 2 && input.Dims.Count > 2 && input.Channel == input.Dims.Count - 1;
        return isLast && dims[^1] == input.Dims[^1] ? dims.Length - 1 : 1;
    }

    private static double[] Tiled(IReadOnlyList<double> values, IReadOnlyList<long> dims, long[] times)
    {
        long[] sizes = [.. dims];
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            (long size, long count) = (sizes[axis], sizes[axis] * times[axis]);
            values = TensorMoves.Take(values, sizes, axis, [.. Enumerable.Range(0, (int)count).Select(index => index % size)]);
            sizes[axis] = count;
        }

        return [.. values];
    }

    private static bool IsInOrder(IEnumerable<int> axes) =>
        axes.Zip(axes.Skip(1), static (one, next) => one < next).All(static rises => rises);

    private static long Product(IEnumerable<long> dims) => dims.Aggregate(1L, static (product, dimension) => product * dimension);
}
