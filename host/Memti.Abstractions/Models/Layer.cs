namespace Memti.Abstractions.Models;

/// <summary>
/// One layer with its shape: input [channels, height, width], kernels [output channels, input channels, kernel height, kernel width],
/// output [output channels, output height, output width].
/// </summary>
public sealed record Layer
{
    /// <summary>Name in the network, such as <c>stage2.block1.conv1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The operation of the layer.</summary>
    public required LayerKind Kind { get; init; }

    /// <summary>Channels of the input.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Height of the input in pixels; 1 for a fully connected layer. Default: 1.</summary>
    public int InputHeight { get; init; } = 1;

    /// <summary>Width of the input in pixels; 1 for a fully connected layer. Default: 1.</summary>
    public int InputWidth { get; init; } = 1;

    /// <summary>Channels of the output.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Height of the output in pixels, before pooling. Default: 1.</summary>
    public int OutputHeight { get; init; } = 1;

    /// <summary>Width of the output in pixels, before pooling. Default: 1.</summary>
    public int OutputWidth { get; init; } = 1;

    /// <summary>Height of the kernel in pixels. Default: 1.</summary>
    public int KernelHeight { get; init; } = 1;

    /// <summary>Width of the kernel in pixels. Default: 1.</summary>
    public int KernelWidth { get; init; } = 1;

    /// <summary>Step of the kernel from row to row. Default: 1.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Step of the kernel from column to column. Default: 1.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Independent groups of channels: 1 for a plain convolution, the number of channels for a depthwise one. Default:
    /// 1.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>True for zero padding such that the output size is the input size over the stride, rounded up. Default: true.</summary>
    public bool ZeroPadding { get; init; } = true;

    /// <summary>Pooling between the layer and the store of its output. Default: null, for none.</summary>
    public PoolingWindow? Pooling { get; init; }

    /// <summary>
    /// Index of the earlier layer whose parameters this layer reads again; they are stored once. That layer has parameters of its own,
    /// equal in number; a chain of layers names its first one. Default: null, for parameters of its own.
    /// </summary>
    public int? WeightsOf { get; init; }

    /// <summary>Shared parameters that the layer reads. Default: 0.</summary>
    public long SharedParameters { get; init; }

    /// <summary>Task-specific parameters that the layer reads, batch norm included. Default: 0.</summary>
    public long TaskParameters { get; init; }

    /// <summary>Shared parameters that the layer adds to the stored ones; 0 when another layer has stored them.</summary>
    public long StoredSharedParameters => WeightsOf is null ? SharedParameters : 0;

    /// <summary>Task-specific parameters that the layer adds to the stored ones; 0 when another layer has stored them.</summary>
    public long StoredTaskParameters => WeightsOf is null ? TaskParameters : 0;

    /// <summary>True when the layer adds a second operand of the size of its output: a shortcut, or the sum with an adapter. Default:
    /// false.</summary>
    public bool AddsOperand { get; init; }

    /// <summary>True when the layer reads the same input as the layer before it, so that it needs no second read. Default: false.</summary>
    public bool SharesInput { get; init; }

    /// <summary>Height of the stored output, after pooling.</summary>
    public int StoredHeight => Pooling?.RowsOf(OutputHeight) ?? OutputHeight;

    /// <summary>Width of the stored output, after pooling.</summary>
    public int StoredWidth => Pooling?.ColumnsOf(OutputWidth) ?? OutputWidth;

    // Each output needs kernel height x kernel width x input channels of its group; groups do not see each other.
    /// <summary>Multiply-accumulates of one inference; 0 for pooling and elementwise layers.</summary>
    public long MultiplyAccumulates => Kind is LayerKind.Convolution or LayerKind.FullyConnected
        ? (long)InputChannels / Groups * OutputChannels * OutputHeight * OutputWidth * KernelHeight * KernelWidth
        : 0;
}
