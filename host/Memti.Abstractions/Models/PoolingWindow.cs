namespace Memti.Abstractions.Models;

/// <summary>Pooling right behind a layer, before its output is stored. A last window that is not full counts.</summary>
/// <param name="Height">Rows of a window, 1 and more.</param>
/// <param name="Width">Columns of a window, 1 and more.</param>
/// <param name="StrideHeight">Rows from window to window, 1 and more.</param>
/// <param name="StrideWidth">Columns from window to window, 1 and more.</param>
public sealed record PoolingWindow(int Height, int Width, int StrideHeight, int StrideWidth)
{
    /// <summary>Windows over a number of rows; one when there are fewer rows than a window has.</summary>
    public int RowsOf(int rows) => Count(rows, Height, StrideHeight);

    /// <summary>Windows over a number of columns; one when there are fewer columns than a window has.</summary>
    public int ColumnsOf(int columns) => Count(columns, Width, StrideWidth);

    private static int Count(int extent, int window, int stride) => ((Math.Max(extent - window, 0) + stride - 1) / stride) + 1;
}
