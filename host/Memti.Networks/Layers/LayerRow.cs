using Memti.Abstractions.Models;

namespace Memti.Networks.Layers;

/// <summary>A layer as a file states it, each number in its own range; what must hold between them is for <see cref="LayerRules"/>.</summary>
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

    /// <summary>Height of the output before pooling where the file states it; null for that of the rule.</summary>
    public int? StatedHeight { get; init; }

    /// <summary>Width of the output before pooling where the file states it; null for that of the rule.</summary>
    public int? StatedWidth { get; init; }

    /// <summary>True for a kernel with gaps, which reaches further than it is large, so that the output may be smaller than its places.</summary>
    public bool MayCrop { get; init; }

    public PoolingWindow? Pooling { get; init; }

    public bool SharesInput { get; init; }

    /// <summary>Index of the layer that stores its weights; null for weights of its own.</summary>
    public int? WeightsOf { get; init; }

    public int OutputHeight => StatedHeight ?? Output(Height, KernelHeight, StrideHeight);

    public int OutputWidth => StatedWidth ?? Output(Width, KernelWidth, StrideWidth);

    /// <summary>The workbook's rule: padded, the input over the stride; else the places of the kernel, a last one that is not full included.</summary>
    private int Output(int input, int kernel, int stride) =>
        ZeroPadding ? DivideUp(input, stride) : DivideUp(Math.Max(input - kernel, 0), stride) + 1;

    private static int DivideUp(int value, int divisor) => (int)(((long)value + divisor - 1) / divisor);
}
