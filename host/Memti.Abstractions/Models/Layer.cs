namespace Memti.Abstractions.Models;

/// <summary>
/// One layer with its shape: input [channels, height, width], kernels [output channels, input channels, kernel height, kernel width],
/// output [output channels, output height, output width].
/// </summary>
public sealed record Layer
{
    /// <summary>Name in the network, such as <c>stage2.block1.conv1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it computes.</summary>
    public required LayerKind Kind { get; init; }

    /// <summary>Channels of the input.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Height of the input in pixels; 1 for a fully connected layer.</summary>
    public int InputHeight { get; init; } = 1;

    /// <summary>Width of the input in pixels; 1 for a fully connected layer.</summary>
    public int InputWidth { get; init; } = 1;

    /// <summary>Channels of the output.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Height of the output in pixels.</summary>
    public int OutputHeight { get; init; } = 1;

    /// <summary>Width of the output in pixels.</summary>
    public int OutputWidth { get; init; } = 1;

    /// <summary>Height of the kernel.</summary>
    public int KernelHeight { get; init; } = 1;

    /// <summary>Width of the kernel.</summary>
    public int KernelWidth { get; init; } = 1;

    /// <summary>Step of the kernel from row to row.</summary>
    public int StrideHeight { get; init; } = 1;

    /// <summary>Step of the kernel from column to column.</summary>
    public int StrideWidth { get; init; } = 1;

    /// <summary>Groups of channels that do not see each other: 1 for a plain convolution, the number of channels for a depthwise one.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>True when the input is padded so that the output is the input over the stride, rounded up.</summary>
    public bool ZeroPadding { get; init; } = true;

    /// <summary>Pooling that follows before the output is stored; null for none. <see cref="OutputHeight"/> and width are those before it.</summary>
    public PoolingWindow? Pooling { get; init; }

    /// <summary>
    /// Index in the network of the earlier layer whose parameters this layer reads again, so that they are stored once; null for parameters of its own. That
    /// layer has its own, and as many: a chain of layers names its first one.
    /// </summary>
    public int? WeightsOf { get; init; }

    /// <summary>Parameters that the layer reads and all tasks share.</summary>
    public long SharedParameters { get; init; }

    /// <summary>Parameters that the layer reads and that belong to the task: its batch norm included.</summary>
    public long TaskParameters { get; init; }

    /// <summary>Shared parameters that the layer adds to what is stored: none where another layer has stored them.</summary>
    public long StoredSharedParameters => WeightsOf is null ? SharedParameters : 0;

    /// <summary>Task-specific parameters that the layer adds to what is stored: none where another layer has stored them.</summary>
    public long StoredTaskParameters => WeightsOf is null ? TaskParameters : 0;

    /// <summary>True when the layer adds a second operand of the size of its output: a shortcut or the sum with an adapter.</summary>
    public bool AddsOperand { get; init; }

    /// <summary>True when the layer reads the same input as the layer before it, which thus need not be read again.</summary>
    public bool SharesInput { get; init; }

    /// <summary>Height of the output as it is stored, after pooling.</summary>
    public int StoredHeight => Pooling?.RowsOf(OutputHeight) ?? OutputHeight;

    /// <summary>Width of the output as it is stored, after pooling.</summary>
    public int StoredWidth => Pooling?.ColumnsOf(OutputWidth) ?? OutputWidth;

    /// <summary>Multiply-accumulates of one inference.</summary>
    public long MultiplyAccumulates => Kind is LayerKind.Convolution or LayerKind.FullyConnected
        ? (long)InputChannels / Groups * OutputChannels * OutputHeight * OutputWidth * KernelHeight * KernelWidth
        : 0;
}
