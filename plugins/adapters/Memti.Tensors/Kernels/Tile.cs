namespace Memti.Tensors.Kernels;

/// <summary>
/// One call of a micro-kernel: C[r, j] (+)= sum over k of A[r, k] B[k, j]. Rows come in groups of four, evenly spaced inside a group. All steps are in
/// bytes, so that the same kernel serves forward convolution, backward data and weight gradients (A read column by column).
/// </summary>
internal unsafe struct Tile
{
    /// <summary>What <see cref="AOffsets"/> count from.</summary>
    public float* A;

    /// <summary>First row of each group, in floats; as many as the tile has groups, unused ones repeating the last.</summary>
    public nint* AOffsets;

    /// <summary>From one row of a group to the next in A.</summary>
    public nint RowStep;

    /// <summary>From one k to the next in A.</summary>
    public nint AStep;

    /// <summary>First row of B, all columns of the tile side by side.</summary>
    public float* B;

    /// <summary>From one k to the next in B.</summary>
    public nint BStep;

    /// <summary>Number of k in a run.</summary>
    public nint Length;

    /// <summary>Runs of k that are added up in registers; at least one.</summary>
    public int Runs;

    /// <summary>From the end of one run to the start of the next in A.</summary>
    public nint ARunStep;

    /// <summary>From the end of one run to the start of the next in B.</summary>
    public nint BRunStep;

    /// <summary>What <see cref="COffsets"/> count from.</summary>
    public float* C;

    /// <summary>First row of each group, in floats.</summary>
    public nint* COffsets;

    /// <summary>From one row of a group to the next in C; zero when the four rows are one and the same.</summary>
    public nint CStep;

    /// <summary>Groups in use; a kernel may also compute the repeated ones, in one go with those that they repeat.</summary>
    public int Groups;

    /// <summary>Adds to C instead of overwriting it.</summary>
    public bool Accumulate;
}
