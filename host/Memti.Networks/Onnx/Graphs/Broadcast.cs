namespace Memti.Networks.Onnx.Graphs;

/// <summary>Shapes that are repeated to match each other (ONNX, multidirectional broadcasting).</summary>
internal static class Broadcast
{
    /// <summary>The shape that both are repeated to; null when they do not match.</summary>
    public static long[]? Of(IReadOnlyList<long> left, IReadOnlyList<long> right)
    {
        long[] dims = new long[Math.Max(left.Count, right.Count)];
        for (int axis = 0; axis < dims.Length; axis++)
        {
            (long one, long other) = (At(left, axis, dims.Length), At(right, axis, dims.Length));
            if (one != other && one != 1 && other != 1)
                return null;
            dims[axis] = one == 1 ? other : one;
        }

        return dims;
    }

    /// <summary>A dimension of a shape that is filled up with ones in front.</summary>
    private static long At(IReadOnlyList<long> dims, int axis, int rank) =>
        axis < rank - dims.Count ? 1 : dims[axis - (rank - dims.Count)];
}
