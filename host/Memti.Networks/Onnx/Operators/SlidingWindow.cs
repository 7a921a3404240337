using System.Globalization;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>The window of a convolution or pooling, with its attributes.</summary>
internal sealed class SlidingWindow
{
    private static readonly string[] Paddings = ["NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER"];

    private readonly NodeScope _scope;
    private readonly IReadOnlyList<long> _kernel;
    private readonly IReadOnlyList<long> _strides;
    private readonly IReadOnlyList<long> _dilations;
    private readonly IReadOnlyList<long> _pads;
    private readonly string _padding;
    private readonly bool _roundsUp;

    /// <summary>Reads the attributes of a node.</summary>
    /// <param name="scope">The node.</param>
    /// <param name="kernel">Height and width from the weights; null to take those of the attribute.</param>
    public SlidingWindow(NodeScope scope, IReadOnlyList<long>? kernel)
    {
        _scope = scope;
        IReadOnlyList<long>? stated = scope.Wholes("kernel_shape", 2, 1, NetworkLimits.Extent);
        _kernel = kernel ?? stated ?? throw GraphError.Shape(scope.Node, "'kernel_shape' is missing", "height and width of the window");
        if (stated is not null && kernel is not null && !stated.SequenceEqual(kernel))
            throw GraphError.Shape(
                scope.Node, $"'kernel_shape' is {TensorShape.Shown(stated)}", $"{TensorShape.Shown(kernel)}, that of the weights");
        _strides = scope.Wholes("strides", 2, 1, NetworkLimits.Extent) ?? [1, 1];
        _dilations = scope.Wholes("dilations", 2, 1, NetworkLimits.Extent) ?? [1, 1];
        _pads = scope.Wholes("pads", 4, 0, NetworkLimits.Extent) ?? [0, 0, 0, 0];
        _padding = scope.Text("auto_pad", "NOTSET");
        if (!Paddings.Contains(_padding))
            throw GraphError.Operator(scope.Node, $"'auto_pad' {_padding}", string.Join(", ", Paddings));
        _roundsUp = scope.Whole("ceil_mode", 0) != 0;
    }

    public int Height => _scope.Size("r", _kernel[0]);

    public int Width => _scope.Size("s", _kernel[1]);

    public int StrideHeight => (int)_strides[0];

    public int StrideWidth => (int)_strides[1];

    public bool IsDilated => _dilations.Any(static dilation => dilation > 1);

    /// <summary>Rows of the output.</summary>
    public int Rows(int input) => Places(0, input);

    /// <summary>Columns of the output.</summary>
    public int Columns(int input) => Places(1, input);

    // A dilated window spans as many pixels as a dense one of this extent. Output size: ONNX operator specification of Conv and MaxPool.
    private int Places(int axis, int input)
    {
        long extent = ((_kernel[axis] - 1) * _dilations[axis]) + 1;
        long stride = _strides[axis];
        if (_padding.StartsWith("SAME", StringComparison.Ordinal))
            // ONNX, auto_pad: the padding is whatever gives input / stride outputs, rounded up.
            return (int)((input + stride - 1) / stride);
        (long before, long after) = _padding == "VALID" ? (0, 0) : (_pads[axis], _pads[axis + 2]);
        long room = input + before + after - extent;
        if (room < 0)
            throw GraphError.Shape(
                _scope.Node,
                $"a window of {Text(extent)} over {Text(input)} padded to {Text(input + before + after)}",
                "a window no larger than its padded input");
        long places = ((room + (_roundsUp ? stride - 1 : 0)) / stride) + 1;
        // With ceil_mode, a last window that would begin behind the input and its leading padding does not count.
        bool outside = _roundsUp && (places - 1) * stride >= input + before;
        return _scope.Size(axis == 0 ? "p" : "q", outside ? places - 1 : places);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
