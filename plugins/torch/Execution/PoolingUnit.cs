using Memti.Abstractions.Graphs.Operations;
using static TorchSharp.torch;

namespace Memti.Plugins.Torch.Execution;

/// <summary>Maxima or means over windows, with the padding and the partial last windows of ONNX.</summary>
internal sealed class PoolingUnit(Pooling operation, IReadOnlyList<int> shape) : IUnit
{
    private readonly long[] _window = [operation.WindowHeight, operation.WindowWidth];
    private readonly long[] _strides = [operation.StrideHeight, operation.StrideWidth];
    private readonly long[] _dilation = [operation.DilationHeight, operation.DilationWidth];
    private Tensor? _share;

    public Tensor Run(Tensor[] inputs, Pass pass)
    {
        Tensor x = inputs[0];
        (Border padding, bool isPlain) = Needed((int)x.shape[2], (int)x.shape[3]);
        if (operation.Function == PoolingFunction.Maximum)
            return nn.functional.max_pool2d(
                padding.IsEmpty ? x : Pad(x, padding, double.NegativeInfinity), _window, _strides, null, _dilation);
        Tensor means = nn.functional.avg_pool2d(padding.IsEmpty ? x : Pad(x, padding, 0), _window, _strides);
        return isPlain ? means : means * Share(x, padding).to(x.dtype);
    }

    public void Dispose() => _share?.Dispose();

    /// <summary>The padding that gives the output its size, and whether every window divides by all of its pixels.</summary>
    private (Border Padding, bool IsPlain) Needed(int rows, int columns)
    {
        Border given = operation.Padding;
        int below = Reach(shape[1], operation.WindowHeight, operation.StrideHeight, operation.DilationHeight) - rows - given.Top;
        int right = Reach(shape[2], operation.WindowWidth, operation.StrideWidth, operation.DilationWidth) - columns - given.Left;
        Border padding = new(given.Top, given.Left, Math.Max(below, 0), Math.Max(right, 0));
        bool beyond = padding.Bottom > given.Bottom || padding.Right > given.Right;
        return (padding, padding.IsEmpty || (operation.CountsPadding && !beyond));
    }

    private static int Reach(int windows, int window, int stride, int dilation) => ((windows - 1) * stride) + ((window - 1) * dilation) + 1;

    /// <summary>Pixels of a window over those that its mean divides by; shape [1, 1, rows, columns].</summary>
    private Tensor Share(Tensor x, Border padding)
    {
        if (_share is not null)
            return _share;
        using var scope = NewDisposeScope();
        using var mode = no_grad();
        Border given = operation.Padding;
        long[] sizes = operation.CountsPadding
            ? [1, 1, x.shape[2] + given.Top + given.Bottom, x.shape[3] + given.Left + given.Right]
            : [1, 1, x.shape[2], x.shape[3]];
        Border rest = operation.CountsPadding
            ? new(0, 0, Math.Max(padding.Bottom - given.Bottom, 0), Math.Max(padding.Right - given.Right, 0))
            : padding;
        Tensor counted = Pad(ones(sizes, device: x.device), rest, 0);
        _share = (1 / nn.functional.avg_pool2d(counted, _window, _strides)[.., .., ..shape[1], ..shape[2]]).DetachFromDisposeScope();
        return _share;
    }

    private static Tensor Pad(Tensor x, Border padding, double value) => nn.functional.pad(
        x, [padding.Left, padding.Right, padding.Top, padding.Bottom], TorchSharp.PaddingModes.Constant, value);
}
