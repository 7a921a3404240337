namespace Memti.Tensors.Kernels;

/// <summary>
/// One call of a micro-kernel: C[r, j] (+)= sum over k of A[r, k] B[k, j]. Rows come in groups of four, evenly spaced within a group. All
/// steps are in bytes, so the same kernel serves forward convolution, backward data and weight gradients (A read column by column).
/// </summary>
internal unsafe struct Tile
{
    /// <summary>Origin of <see cref="AOffsets"/>.</summary>
    public float* A;

    /// <summary>First row of each group, in floats, for all groups of the tile; unused ones repeat the last.</summary>
    public nint* AOffsets;

    /// <summary>Bytes from one row of a group to the next in A.</summary>
    public nint RowStep;

    /// <summary>Bytes from one k to the next in A.</summary>
    public nint AStep;

    /// <summary>First row of B, with all columns of the tile side by side.</summary>
    public float* B;

    /// <summary>Bytes from one k to the next in B.</summary>
    public nint BStep;

    /// <summary>Number of k in a run.</summary>
    public nint Length;

    /// <summary>Number of runs of k that are summed in registers; at least one.</summary>
    public int Runs;

    /// <summary>Bytes from the end of one run to the start of the next in A.</summary>
    public nint ARunStep;

    /// <summary>Bytes from the end of one run to the start of the next in B.</summary>
    public nint BRunStep;

    /// <summary>Origin of <see cref="COffsets"/>.</summary>
    public float* C;

    /// <summary>First row of each group, in floats.</summary>
    public nint* COffsets;

    /// <summary>Bytes from one row of a group to the next in C; zero when the four rows are the same row.</summary>
    public nint CStep;

    /// <summary>Groups in use. A kernel may also compute the repeated ones, in the same call as the ones that they repeat.</summary>
    public int Groups;

    /// <summary>True to add to C instead of overwriting it.</summary>
    public bool Accumulate;
}
