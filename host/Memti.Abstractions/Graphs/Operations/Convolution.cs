namespace Memti.Abstractions.Graphs.Operations;

/// <summary>
/// A convolution along rows and columns. Inputs: map [channels, height, width]; kernel [outputs, channels / groups, rows, columns];
/// optional bias [outputs].
/// </summary>
public sealed record Convolution : GraphOperation
{
    /// <summary>Step of the kernel from row to row, at least 1. Default: 1.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Step of the kernel from column to column, at least 1. Default: 1.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Distance of the kernel's rows, at least 1. Default: 1.</summary>
    public int DilationHeight { get; init; } = 1;

    /// <summary>Distance of the kernel's columns, at least 1. Default: 1.</summary>
    public int DilationWidth { get; init; } = 1;

    /// <summary>Independent groups of channels: 1 for a plain convolution, the number of channels for a depthwise one. Default:
    /// 1.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Zeros around the map. Default: none.</summary>
    public Border Padding { get; init; }
}
