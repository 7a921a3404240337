namespace Memti.Networks.Onnx.Graphs;

/// <summary>Moves the values of constants.</summary>
internal static class TensorMoves
{
    /// <summary>Values at some indices of a dimension.</summary>
    public static double[] Take(IReadOnlyList<double> values, IReadOnlyList<long> dims, int axis, IReadOnlyList<long> indices)
    {
        (long outer, long size, long inner) = Around(dims, axis);
        double[] taken = new double[outer * indices.Count * inner];
        if (taken.Length == 0)
            return taken;
        int next = 0;
        for (long block = 0; block < outer; block++)
            foreach (long index in indices)
                for (long place = 0; place < inner; place++)
                    taken[next++] = values[(int)((((block * size) + index) * inner) + place)];
        return taken;
    }

    /// <summary>Tensors one behind the other along a dimension.</summary>
    public static double[] Join(IReadOnlyList<GraphValue> parts, int axis)
    {
        (long outer, _, long inner) = Around(parts[0].Dims, axis);
        List<double> joined = [];
        if (inner == 0)
            return [];
        for (long block = 0; block < outer; block++)
            foreach (GraphValue part in parts)
            {
                int length = (int)(part.Dims[axis] * inner);
                joined.AddRange(part.Data!.Values.Skip((int)block * length).Take(length));
            }

        return [.. joined];
    }

    /// <summary>Values in the order that a permutation of the dimensions gives.</summary>
    public static T[] Turn<T>(IReadOnlyList<T> values, IReadOnlyList<long> dims, IReadOnlyList<int> order)
    {
        long[] steps = Steps(dims);
        return Walk([.. order.Select(axis => dims[axis])], [.. order.Select(axis => steps[axis])], values);
    }

    /// <summary>Values repeated to a shape that theirs can be broadcast to.</summary>
    public static double[] Repeat(IReadOnlyList<double> values, IReadOnlyList<long> dims, IReadOnlyList<long> shape)
    {
        long[] steps = Steps(dims);
        int ahead = shape.Count - dims.Count;
        return Walk(
            shape, [.. shape.Select((_, axis) => axis < ahead || dims[axis - ahead] == 1 ? 0 : steps[axis - ahead])], values);
    }

    private static T[] Walk<T>(IReadOnlyList<long> shape, long[] steps, IReadOnlyList<T> values)
    {
        T[] walked = new T[shape.Aggregate(1L, static (count, size) => count * size)];
        long[] position = new long[shape.Count];
        long place = 0;
        for (int index = 0; index < walked.Length; index++)
        {
            walked[index] = values[(int)place];
            for (int axis = shape.Count - 1; axis >= 0; axis--)
            {
                place += steps[axis];
                if (++position[axis] < shape[axis])
                    break;
                place -= steps[axis] * shape[axis];
                position[axis] = 0;
            }
        }

        return walked;
    }

    /// <summary>Distance in memory of neighbours along each dimension.</summary>
    private static long[] Steps(IReadOnlyList<long> dims)
    {
        long[] steps = new long[dims.Count];
        long step = 1;
        for (int axis = dims.Count - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= dims[axis];
        }

        return steps;
    }

    private static (long Outer, long Size, long Inner) Around(IReadOnlyList<long> dims, int axis) =>
        (Product(dims.Take(axis)), dims[axis], Product(dims.Skip(axis + 1)));

    private static long Product(IEnumerable<long> dims) => dims.Aggregate(1L, static (product, size) => product * size);
}
