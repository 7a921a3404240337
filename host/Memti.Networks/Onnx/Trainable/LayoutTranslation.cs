using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Operators that move values: other shapes and orders, parts, joins, borders and enlargement.</summary>
internal static class LayoutTranslation
{
    public static void Reshape(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        if (node.Bare(value.Dims).SequenceEqual(node.Shape(0)))
            node.Pass(value);
        else
            node.Give(new Reshaping(), value.Name);
    }

    public static void Transpose(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        int rank = value.Dims.Count;
        long[] order = node.Scope.Attribute("perm") is { } stated
            ? [.. stated.Wholes]
            : [.. Enumerable.Range(0, rank).Select(axis => (long)(rank - 1 - axis))];
        if (node.Scope.Axis(order[0], rank) != 0)
            throw node.Refuse("a batch that moves", "orders that leave the batch in front");
        node.Give(new Transposition([.. order.Skip(1).Select(axis => node.Axis(axis, rank))]), value.Name);
    }

    public static void Concat(TrainableNode node)
    {
        TracedValue[] parts = [.. Enumerable.Range(0, node.InputCount).Select(node.Value)];
        if (parts.Length == 1)
            node.Pass(parts[0]);
        else
            node.Give(
                new Concatenation(node.Axis(node.Scope.Whole("axis", 1), parts[0].Dims.Count)),
                [.. parts.Select(static part => part.Name)]);
    }

    public static void Slice(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        int rank = value.Dims.Count;
        long[] starts = node.Scope.Wholes(1, "starts") ?? throw node.Refuse("no 'starts'", "starts and ends");
        long[] axes = node.Scope.Wholes(3, "axes") ?? [.. Enumerable.Range(0, starts.Length).Select(static axis => (long)axis)];
        long[] steps = node.Scope.Wholes(4, "steps") ?? [.. Enumerable.Repeat(1L, starts.Length)];
        int[] target = node.Shape(0);
        int[] shape = node.Bare(value.Dims);
        List<(int Axis, int Start, int Step)> cuts = [];
        for (int index = 0; index < starts.Length; index++)
        {
            int axis = node.Scope.Axis(axes[index], rank);
            if (steps[index] < 1)
                throw node.Refuse("a step backwards", "steps of 1 and more");
            long size = value.Dims[axis];
            long start = Math.Clamp(starts[index] < 0 ? starts[index] + size : starts[index], 0, size);
            if (axis > 0 && (shape[axis - 1] != target[axis - 1] || steps[index] > 1))
                cuts.Add((axis - 1, (int)start, (int)Math.Min(steps[index], int.MaxValue)));
        }

        if (cuts.Count == 0)
            node.Pass(value);
        string from = value.Name;
        for (int index = 0; index < cuts.Count; index++)
        {
            (int axis, int start, int step) = cuts[index];
            shape[axis] = target[axis];
            if (index < cuts.Count - 1)
                from = node.Between(new Slicing(axis, start, step), [from], [.. shape]);
            else
                node.Give(new Slicing(axis, start, step), from);
        }
    }

    public static void Split(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        int axis = node.Axis(node.Scope.Whole("axis", 0), value.Dims.Count);
        int start = 0;
        for (int output = 0; output < node.OutputCount; output++)
        {
            if (node.Node.Outputs[output].Length > 0)
                node.Give(output, new Slicing(axis, start, 1), [value.Name]);
            start += node.Shape(output)[axis];
        }
    }

    public static void Pad(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        int rank = value.Dims.Count;
        if (node.Scope.Text("mode", "constant") != "constant" || node.Optional(3) is not null)
            throw node.Refuse("a border of other values or along chosen axes", "'mode' of constant, pads for all axes");
        long[] pads = node.Scope.Wholes(1, "pads") ?? throw node.Refuse("no 'pads'", "pads for all axes");
        if (pads.Length != 2 * rank || pads[0] != 0 || pads[rank] != 0 || pads.Any(static pad => pad is < 0 or > int.MaxValue))
            throw node.Refuse("pads that cut, or of the batch", "0 for the batch, and 0 and more for each other axis");
        double constant = node.Real(2, "value", 0);
        if (Array.TrueForAll(pads, static pad => pad == 0))
            node.Pass(value);
        else
            node.Give(
                new Surrounding(
                    [.. pads[1..rank].Select(static pad => (int)pad)], [.. pads[(rank + 1)..].Select(static pad => (int)pad)], constant),
                value.Name);
    }

    public static void Resize(TrainableNode node)
    {
        TracedValue map = node.Map(0);
        int[] shape = node.Shape(0);
        (int rows, int columns) = ((int)(shape[1] / map.Dims[2]), (int)(shape[2] / map.Dims[3]));
        bool isWhole = shape[0] == map.Dims[1] && rows * map.Dims[2] == shape[1] && columns * map.Dims[3] == shape[2];
        if (!isWhole || node.Scope.Text("mode", "nearest") != "nearest" || !Repeats(node, Math.Max(rows, columns)))
            throw node.Refuse("an enlargement of another kind", "'mode' of nearest, by whole factors, each pixel repeated");
        node.Give(new Enlargement(rows, columns), map.Name);
    }

    /// <summary>True for the rules of coordinates and rounding that repeat each pixel.</summary>
    private static bool Repeats(TrainableNode node, int factor)
    {
        if (node.Node.Operator == "Upsample" || factor == 1)
            return true;
        string rounding = node.Scope.Text("nearest_mode", "round_prefer_floor");
        return node.Scope.Text("coordinate_transformation_mode", "half_pixel") switch
        {
            "asymmetric" => rounding == "floor" || (rounding == "round_prefer_floor" && factor == 2),
            "half_pixel" or "pytorch_half_pixel" or "half_pixel_symmetric" => rounding is "round_prefer_floor" or "round_prefer_ceil",
            _ => false,
        };
    }
}
