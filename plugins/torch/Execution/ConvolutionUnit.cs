using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>
/// A convolution with its bias, the 1x1 adapter beside it and the batch norm behind both. Outside of training steps all of them are one
/// kernel and one bias, kept until a parameter changes.
/// </summary>
internal sealed class ConvolutionUnit(Convolution operation, ParameterTensor kernel, ParameterTensor? bias) : IUnit
{
    private readonly ConvolutionShape _shape = IsStridedPoint(operation, kernel)
        ? ConvolutionShape.Of(operation with { StrideHeight = 1, StrideWidth = 1, Padding = default })
        : ConvolutionShape.Of(operation);

    private readonly ConvolutionShape? _seen = IsStridedPoint(operation, kernel) ? ConvolutionShape.Of(operation) : null;
    private (Tensor Kernel, Tensor? Bias, long Version, ScalarType Type)? _folded;

    public Convolution Operation => operation;

    public ParameterTensor Kernel => kernel;

    /// <summary>Kernel of the adapter that sees the same pixels; null for none.</summary>
    public ParameterTensor? Adapter { get; set; }

    /// <summary>The batch norm of the output; null for none.</summary>
    public NormTensors? Norm { get; set; }

    public bool HasBias => bias is not null;

    public Tensor Run(Tensor[] inputs, Pass pass)
    {
        ScalarType type = kernel.Description.Role == ParameterRole.ClassifierWeight ? ScalarType.Float32 : pass.Type;
        Tensor x = Seen(Surrounded(inputs[0].dtype == type ? inputs[0] : inputs[0].to(type)));
        if (pass.Trains)
            return Norm is null ? Products(x, type) : Norm.Train(Products(x, type));
        (Tensor folded, Tensor? offset) = Folded(type);
        return nn.functional.conv2d(x, folded, offset, _shape.Strides, _shape.Padding, _shape.Dilation, _shape.Groups);
    }

    public void Dispose() => Forget();

    private Tensor Products(Tensor x, ScalarType type)
    {
        if (Adapter is null)
            return nn.functional.conv2d(
                x, kernel.In(type), bias?.In(type), _shape.Strides, _shape.Padding, _shape.Dilation, _shape.Groups);
        if (!kernel.IsTrained)
            return FoldedConvolution.apply(x, Adapter.Used, kernel.Used, _shape);
        return nn.functional.conv2d(x, kernel.In(type), null, _shape.Strides, _shape.Padding, _shape.Dilation)
            + nn.functional.conv2d(_shape.Seen(x), Adapter.In(type));
    }

    /// <summary>
    /// True for a 1x1 kernel that passes over pixels. Its pixels are picked here, and libtorch computes a convolution without strides:
    /// oneDNN's weight gradient of strided 1x1 kernels writes behind its workspace when channels lie last and are fewer than a vector
    /// holds.
    /// </summary>
    /// <remarks>uxlfoundation/oneDNN, issue 6035: another tensor is overwritten, or gradients are wrong.</remarks>
    private static bool IsStridedPoint(Convolution operation, ParameterTensor kernel) =>
        kernel.Description.Shape is [_, _, 1, 1] && (operation.StrideHeight > 1 || operation.StrideWidth > 1);

    private Tensor Seen(Tensor x) => _seen is null ? x : _seen.Seen(x);

    private Tensor Surrounded(Tensor x) => operation.Padding.IsEmpty || (_seen is null && ConvolutionShape.IsEven(operation.Padding))
        ? x
        : nn.functional.pad(
            x, [operation.Padding.Left, operation.Padding.Right, operation.Padding.Top, operation.Padding.Bottom]);

    private (Tensor Kernel, Tensor? Bias) Folded(ScalarType type)
    {
        long version = kernel.Version + (bias?.Version ?? 0) + (Adapter?.Version ?? 0) + (Norm?.Version ?? 0);
        if (_folded is { } kept && kept.Version == version && kept.Type == type)
            return (kept.Kernel, kept.Bias);
        Forget();
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        Tensor sum = Adapter is null ? kernel.Used : FoldedConvolution.Sum(kernel.Used, Adapter.Used);
        Tensor? offset = bias?.Used;
        if (Norm is not null)
        {
            (Tensor factor, Tensor shift) = Norm.Folded();
            sum = sum * factor.reshape(-1, 1, 1, 1);
            offset = offset is null ? shift : (offset * factor) + shift;
        }

        // Aliases: what is kept is disposed of apart from the parameters.
        Tensor one = sum.to(type).alias().DetachFromDisposeScope();
        Tensor? two = offset?.to(type).alias().DetachFromDisposeScope();
        _folded = (one, two, version, type);
        return (one, two);
    }

    private void Forget()
    {
        _folded?.Kernel.Dispose();
        _folded?.Bias?.Dispose();
        _folded = null;
    }
}
