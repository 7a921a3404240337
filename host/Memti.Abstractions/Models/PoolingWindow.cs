namespace Memti.Abstractions.Models;

/// <summary>Pooling between a layer and the store of its output. A partial last window counts.</summary>
/// <param name="Height">Rows of a window, at least 1.</param>
/// <param name="Width">Columns of a window, at least 1.</param>
/// <param name="StrideHeight">Rows from window to window, at least 1.</param>
/// <param name="StrideWidth">Columns from window to window, at least 1.</param>
public sealed record PoolingWindow(int Height, int Width, int StrideHeight, int StrideWidth)
{
    /// <summary>Number of windows over the given rows; 1 for fewer rows than a window has.</summary>
    public int RowsOf(int rows) => Count(rows, Height, StrideHeight);

    /// <summary>Number of windows over the given columns; 1 for fewer columns than a window has.</summary>
    public int ColumnsOf(int columns) => Count(columns, Width, StrideWidth);

    // ceil((extent - window) / stride) + 1: the last window may be partial.
    private static int Count(int extent, int window, int stride) => ((Math.Max(extent - window, 0) + stride - 1) / stride) + 1;
}
