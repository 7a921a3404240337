namespace Memti.Arrays.Organisations;

/// <summary>Everything that determines a mat.</summary>
/// <param name="Shape">The sub-array that it repeats.</param>
/// <param name="Rows">Rows of sub-arrays, 1 or 2.</param>
/// <param name="Columns">Columns of sub-arrays, 1 or 2.</param>
/// <param name="ActiveRows">Rows that an access activates.</param>
/// <param name="ActiveColumns">Columns that an access activates.</param>
internal readonly record struct MatKey(SubarrayShape Shape, byte Rows, byte Columns, byte ActiveRows, byte ActiveColumns)
{
    /// <summary>Sub-arrays that one access activates.</summary>
    public int Active => ActiveRows * ActiveColumns;

    /// <summary>Address bits that choose among the sub-arrays.</summary>
    public int GatingBits => System.Numerics.BitOperations.Log2((uint)(Rows * Columns / Active));
}
