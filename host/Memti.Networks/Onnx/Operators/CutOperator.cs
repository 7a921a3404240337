using System.Globalization;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Operators that take parts of a tensor.</summary>
internal static class CutOperator
{
    /// <summary>Most indices by which two parts of one stored tensor are known to be the same.</summary>
    private const int MostCompared = 64;

    public static GraphValue Slice(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int rank = input.Dims.Count;
        long[] starts = scope.Wholes(1, "starts") ?? throw GraphError.Shape(scope, "no starts", "starts and ends");
        long[] ends = scope.Wholes(2, "ends") ?? throw GraphError.Shape(scope, "no ends", "starts and ends");
        long[] axes = scope.Wholes(3, "axes") ?? [.. Enumerable.Range(0, starts.Length).Select(static axis => (long)axis)];
        long[] steps = scope.Wholes(4, "steps") ?? [.. Enumerable.Repeat(1L, starts.Length)];
        bool agree = starts.Length == ends.Length && axes.Length == starts.Length && steps.Length == starts.Length;
        if (!agree || starts.Length > Math.Max(rank, 1) || steps.Contains(0))
            throw GraphError.Shape(scope, "starts, ends, axes and steps that differ in number, or a step of 0", "as many of each");
        GraphValue output = input with { Fusable = scope.MayFuse(0) };
        for (int index = 0; index < starts.Length; index++)
        {
            int axis = scope.Axis(axes[index], rank);
            (long first, long count) = Part(output.Dims[axis], starts[index], ends[index], steps[index]);
            if (count != output.Dims[axis] || steps[index] < 0)
                output = Taken(scope, output, axis, first, steps[index], count);
        }

        return output;
    }

    public static IReadOnlyList<GraphValue> Split(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int axis = scope.Axis(scope.Whole("axis", 0), input.Dims.Count);
        long[] sizes = scope.Wholes(1, "split") ?? Equal(input.Dims[axis], scope.Whole("num_outputs", scope.Node.Outputs.Count));
        if (sizes.Any(static size => size < 0) || sizes.Aggregate((Int128)0, static (sum, size) => sum + size) != input.Dims[axis])
            throw GraphError.Shape(
                scope,
                $"parts of {NodeScope.Shorten(sizes)}",
                string.Create(CultureInfo.InvariantCulture, $"parts whose sum is {input.Dims[axis]}"));
        List<GraphValue> parts = [];
        long first = 0;
        foreach (long size in sizes.Take(scope.Node.Outputs.Count))
        {
            parts.Add(sizes.Length == 1 ? scope.Same(0) : Taken(scope, input, axis, first, 1, size));
            first += size;
        }

        return parts;
    }

    public static GraphValue Gather(NodeScope scope)
    {
        (GraphValue input, GraphValue indices) = (scope.Input(0), scope.Input(1));
        int axis = scope.Axis(scope.Whole("axis", 0), input.Dims.Count);
        if (input.Constant && !indices.Constant && input.Count > GraphState.MostValues)
            throw GraphError.Operator(scope, "a table that computed indices look up", "no embeddings: write them as rows of a layer table");
        long[] dims = scope.Sound([.. input.Dims.Take(axis), .. indices.Dims, .. input.Dims.Skip(axis + 1)]);
        long size = input.Dims[axis];
        long[]? places = indices.Data?.Wholes.Select(index => index < 0 ? index + size : index).ToArray();
        if (places is not null && places.Any(place => place < 0 || place >= size))
            throw GraphError.Shape(
                scope,
                $"indices {NodeScope.Shorten(indices.Data!.Wholes)} into {TensorShape.Shown(input.Dims)}",
                string.Create(CultureInfo.InvariantCulture, $"indices from {-size} to {size - 1}"));
        GraphValue output = input.Moved(dims) with
        {
            Constant = input.Constant && indices.Constant,
            Layer = Math.Max(input.Layer, indices.Layer),
            Stored = input.Constant && places?.Length <= MostCompared
                ? scope.State.Derive(input.Stored, $"{axis}:{string.Join(',', places)}")
                : new object(),
        };
        return input.Data is { } data && places is not null
            ? output with
            {
                Data = scope.State.Keep(data.Type, output.Count, () => TensorMoves.Take(data.Values, input.Dims, axis, places)),
            }
            : output;
    }

    /// <summary>GatherElements, which gives as many values as there are indices.</summary>
    public static GraphValue GatherElements(NodeScope scope) => Picked(scope, [.. scope.Input(1).Dims]);

    /// <summary>GatherND, whose last dimension of indices names the leading dimensions of the data.</summary>
    public static GraphValue GatherMany(NodeScope scope)
    {
        (GraphValue input, GraphValue indices) = (scope.Input(0), scope.Input(1));
        long named = scope.Whole("batch_dims", 0) + (indices.Dims.Count > 0 ? indices.Dims[^1] : 0);
        if (indices.Dims.Count == 0 || named < 0 || named > input.Dims.Count)
            throw GraphError.Shape(scope, $"indices of {TensorShape.Shown(indices.Dims)}", "indices into the dimensions of the data");
        return Picked(scope, [.. indices.Dims.SkipLast(1), .. input.Dims.Skip((int)named)]);
    }

    /// <summary>Values and places of the greatest numbers along a dimension.</summary>
    public static IReadOnlyList<GraphValue> Top(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int axis = scope.Axis(scope.Whole("axis", -1), input.Dims.Count);
        long count = scope.Optional(1) is null ? scope.Whole("k", 0) : scope.Numbers(1, "k").Wholes.FirstOrDefault();
        GraphValue top = input.Moved(scope.Sound([.. input.Dims.Select((size, index) => index == axis ? count : size)]));
        return [top, top];
    }

    private static GraphValue Picked(NodeScope scope, long[] dims)
    {
        (GraphValue input, GraphValue indices) = (scope.Input(0), scope.Input(1));
        return input.Moved(scope.Sound(dims)) with
        {
            Constant = input.Constant && indices.Constant,
            Layer = Math.Max(input.Layer, indices.Layer),
        };
    }

    private static GraphValue Taken(NodeScope scope, GraphValue input, int axis, long first, long step, long count)
    {
        GraphValue part = input.Moved([.. input.Dims.Select((size, index) => index == axis ? count : size)]) with
        {
            Channel = input.Channel,
            Stored = input.Constant
                ? scope.State.Derive(input.Stored, string.Create(CultureInfo.InvariantCulture, $"{axis}:{first}:{step}:{count}"))
                : new object(),
        };
        if (input.Data is not { } data)
            return part;
        IEnumerable<long> places =
            Enumerable.Range(0, part.Count == 0 ? 0 : (int)count).Select(index => first + (index * step));
        return part with
        {
            Data = scope.State.Keep(data.Type, part.Count, () => TensorMoves.Take(data.Values, input.Dims, axis, [.. places])),
        };
    }

    // ONNX, Slice: bounds beyond the dimension are cut to it; a negative step walks down, and may end before 0.
    private static (long First, long Count) Part(long size, long start, long end, long step)
    {
        long first = Clamp(start < 0 ? start + size : start, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
        long last = Clamp(end < 0 && end > long.MinValue + size ? end + size : end, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
        Int128 room = step > 0 ? (Int128)last - first : (Int128)first - last;
        Int128 stride = Int128.Abs(step);
        return (first, room <= 0 ? 0 : (long)((room + stride - 1) / stride));
    }

    private static long Clamp(long value, long least, long most) => most < least ? least : Math.Clamp(value, least, most);

    private static long[] Equal(long size, long parts)
    {
        if (parts is < 1 or > GraphState.MostValues)
            return [];
        long each = (size + parts - 1) / parts;
        return [.. Enumerable.Range(0, (int)parts).Select(index => Math.Clamp(size - (index * each), 0, each))];
    }
}
