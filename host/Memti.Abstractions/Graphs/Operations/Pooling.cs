namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// The mean or the maximum over windows of a map, channel by channel. Input: map [channels, height, width]. The shape of the output says
/// how many windows there are; the last ones may reach beyond the border.
/// </summary>
/// <param name="Function">The function.</param>
public sealed record Pooling(PoolingFunction Function) : GraphOperation
{
    /// <summary>Rows of a window, at least 1.</summary>
    public required int WindowHeight { get; init; }

    /// <summary>Columns of a window, at least 1.</summary>
    public required int WindowWidth { get; init; }

    /// <summary>Rows from window to window, at least 1. Default: 1.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Columns from window to window, at least 1. Default: 1.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Distance of a window's rows, at least 1; 1 for averages. Default: 1.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Distance of a window's columns, at least 1; 1 for averages. Default: 1.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>Pixels around the map: zeros for averages, below all values for maxima. Default: none.</summary>
    public Border Padding { get; init; }

    /// <summary>True when a mean counts the zeros of the padding. Default: false.</summary>
    public bool CountsPadding { get; init; }

    /// <summary>True when a last window that the map does not fill counts. Default: false.</summary>
    public bool RoundsUp { get; init; }
}
