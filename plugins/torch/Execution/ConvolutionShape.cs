using Memti.Abstractions.Graphs.Operations;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>Strides, padding, dilation and groups of a convolution as libtorch takes them. Padding is the same on opposite sides.</summary>
internal sealed record ConvolutionShape(long[] Strides, long[] Padding, long[] Dilation, int Groups)
{
    public static ConvolutionShape Of(Convolution operation) => new(
        [operation.StrideHeight, operation.StrideWidth],
        IsEven(operation.Padding) ? [operation.Padding.Top, operation.Padding.Left] : [0, 0],
        [operation.DilationHeight, operation.DilationWidth],
        operation.Groups);

    /// <summary>True when opposite sides have the same padding, which libtorch's convolutions take.</summary>
    public static bool IsEven(Border padding) => padding.Top == padding.Bottom && padding.Left == padding.Right;

    /// <summary>The pixels that a 1x1 kernel with the same strides sees; a new handle.</summary>
    public Tensor Seen(Tensor x) => Strides is [1, 1]
        ? x.alias()
        : x[.., .., TensorIndex.Slice(0, null, Strides[0]), TensorIndex.Slice(0, null, Strides[1])];

    /// <summary>Rows and columns of an input that no window reaches beyond its last one.</summary>
    public long[] OutputPadding(Tensor x, Tensor output, Tensor kernel) => [Left(x, output, kernel, 0), Left(x, output, kernel, 1)];

    private long Left(Tensor x, Tensor output, Tensor kernel, int axis) =>
        x.shape[2 + axis] + (2 * Padding[axis])
            - ((output.shape[2 + axis] - 1) * Strides[axis]) - ((kernel.shape[2 + axis] - 1) * Dilation[axis]) - 1;
}
