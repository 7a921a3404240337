namespace Memti.Arrays.Organisations;

/// <summary>What decides a mat.</summary>
/// <param name="Shape">The sub-array that it repeats.</param>
/// <param name="Rows">Sub-arrays above one another, 1 or 2.</param>
/// <param name="Columns">Sub-arrays beside one another, 1 or 2.</param>
/// <param name="ActiveRows">Active ones above one another.</param>
/// <param name="ActiveColumns">Active ones beside one another.</param>
internal readonly record struct MatKey(SubarrayShape Shape, byte Rows, byte Columns, byte ActiveRows, byte ActiveColumns)
{
    /// <summary>Sub-arrays that one access activates.</summary>
    public int Active => ActiveRows * ActiveColumns;

    /// <summary>Address bits that choose among the sub-arrays.</summary>
    public int GatingBits => System.Numerics.BitOperations.Log2((uint)(Rows * Columns / Active));
}
