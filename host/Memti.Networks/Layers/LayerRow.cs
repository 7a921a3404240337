using Memti.Abstractions.Models;

namespace Memti.Networks.Layers;

/// <summary>
/// A layer as a file states it. Each number is in its own range; <see cref="LayerRules"/> checks the relations between them.
/// </summary>
internal sealed record LayerRow
{
    public required string Name { get; init; }

    public required RowKind Kind { get; init; }

    public required int Channels { get; init; }

    public int Height { get; init; } = 1;

    public int Width { get; init; } = 1;

    public required int Filters { get; init; }

    public int KernelHeight { get; init; } = 1;

    public int KernelWidth { get; init; } = 1;

    public int StrideHeight { get; init; } = 1;

    public int StrideWidth { get; init; } = 1;

    public int Groups { get; init; } = 1;

    public bool ZeroPadding { get; init; }

    /// <summary>Height of the output before pooling if the file states it; null to compute it.</summary>
    public int? StatedHeight { get; init; }

    /// <summary>Width of the output before pooling if the file states it; null to compute it.</summary>
    public int? StatedWidth { get; init; }

    /// <summary>
    /// True for a dilated kernel. It spans more pixels than it has taps, so the output may be smaller than the number of its positions.
    /// </summary>
    public bool MayCrop { get; init; }

    public PoolingWindow? Pooling { get; init; }

    public bool SharesInput { get; init; }

    /// <summary>Index of the layer whose weights this layer uses; null when it has its own.</summary>
    public int? WeightsOf { get; init; }

    public int OutputHeight => StatedHeight ?? Output(Height, KernelHeight, StrideHeight);

    public int OutputWidth => StatedWidth ?? Output(Width, KernelWidth, StrideWidth);

    /// <summary>
    /// Output size by the rule of NVDLA's performance workbook. Padded: the input over the stride, rounded up. Otherwise: the positions of
    /// the kernel, including a last one that is only partly filled.
    /// </summary>
    private int Output(int input, int kernel, int stride) =>
        ZeroPadding ? DivideUp(input, stride) : DivideUp(Math.Max(input - kernel, 0), stride) + 1;

    private static int DivideUp(int value, int divisor) => (int)(((long)value + divisor - 1) / divisor);
}
