using System.Globalization;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>The window of a convolution or pooling over a feature map, with its attributes.</summary>
internal sealed class SlidingWindow
{
    private static readonly string[] Paddings = ["NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER"];
    private static readonly string[] Vertical = ["h", "r", "p"];
    private static readonly string[] Horizontal = ["w", "s", "q"];

    private readonly NodeScope _scope;
    private readonly SpatialInput _input;
    private readonly IReadOnlyList<long> _kernel;
    private readonly IReadOnlyList<long> _strides;
    private readonly IReadOnlyList<long> _dilations;
    private readonly IReadOnlyList<long> _pads;
    private readonly string _padding;
    private readonly bool _roundsUp;

    /// <summary>Reads the attributes of a node.</summary>
    /// <param name="scope">The node.</param>
    /// <param name="input">The feature map.</param>
    /// <param name="kernel">Size along each dimension from the weights; null to take those of the attribute.</param>
    public SlidingWindow(NodeScope scope, SpatialInput input, IReadOnlyList<long>? kernel)
    {
        (_scope, _input) = (scope, input);
        int rank = input.Rank;
        IReadOnlyList<long>? stated = scope.Wholes("kernel_shape", rank, 1, NetworkLimits.Extent);
        _kernel = kernel ?? stated ?? throw GraphError.Shape(scope, "'kernel_shape' is missing", "height and width of the window");
        if (stated is not null && kernel is not null && !stated.SequenceEqual(kernel))
            throw GraphError.Shape(
                scope, $"'kernel_shape' is {TensorShape.Shown(stated)}", $"{TensorShape.Shown(kernel)}, that of the weights");
        _strides = scope.Wholes("strides", rank, 1, NetworkLimits.Extent) ?? [.. Enumerable.Repeat(1L, rank)];
        _dilations = scope.Wholes("dilations", rank, 1, NetworkLimits.Extent) ?? [.. Enumerable.Repeat(1L, rank)];
        _pads = scope.Wholes("pads", 2 * rank, 0, NetworkLimits.Extent) ?? [.. Enumerable.Repeat(0L, 2 * rank)];
        _padding = scope.Text("auto_pad", "NOTSET");
        if (!Paddings.Contains(_padding))
            throw GraphError.Operator(scope, $"'auto_pad' {_padding}", string.Join(", ", Paddings));
        _roundsUp = scope.Whole("ceil_mode", 0) != 0;
        (Rows, Columns) = (rank == 1 ? new WindowAxis(1, 1, 1, 1) : Along(0, Vertical), Along(rank - 1, Horizontal));
    }

    public bool IsDilated => _dilations.Any(static dilation => dilation > 1);

    /// <summary>The window along the rows of the map.</summary>
    public WindowAxis Rows { get; }

    /// <summary>The window along the columns of the map.</summary>
    public WindowAxis Columns { get; }

    /// <summary>A layer with this window; the caller sets what the window does not know.</summary>
    public LayerRow Row(RowKind kind, int filters) => new()
    {
        Name = LayerName.Of(_scope.Node),
        Kind = kind,
        Channels = _scope.Size("c", _input.Channels),
        Height = Rows.Input,
        Width = Columns.Input,
        Filters = filters,
        KernelHeight = Rows.Kernel,
        KernelWidth = Columns.Kernel,
        StrideHeight = Rows.Stride,
        StrideWidth = Columns.Stride,
        ZeroPadding = Rows.IsSame && Columns.IsSame,
        StatedHeight = Rows.Output,
        StatedWidth = Columns.Output,
        MayCrop = IsDilated,
    };

    private WindowAxis Along(int axis, string[] keys)
    {
        long stride = _strides[axis];
        int kernel = _scope.Size(keys[1], _kernel[axis]);
        (long before, long after) = _input.Border[axis];
        long padded = _input.Sizes[axis];
        if (_padding.StartsWith("SAME", StringComparison.Ordinal))
            // ONNX, auto_pad: the padding is whatever gives input / stride outputs, rounded up.
            return Checked(keys, kernel, stride, padded, ((padded - 1) / stride) + 1);
        long inner = padded - before - after;
        if (_padding != "VALID")
            (before, after) = (before + _pads[axis], after + _pads[axis + _input.Rank]);
        return Padded(keys, axis, inner, before, after);
    }

    // A dilated window spans as many pixels as a dense one of this extent. Output size: ONNX operator specification of Conv and MaxPool.
    private WindowAxis Padded(string[] keys, int axis, long inner, long before, long after)
    {
        (int kernel, long stride) = ((int)_kernel[axis], _strides[axis]);
        long extent = ((_kernel[axis] - 1) * _dilations[axis]) + 1;
        long room = inner + before + after - extent;
        if (room < 0)
            throw GraphError.Shape(
                _scope,
                $"a window of {Text(extent)} over {Text(inner)} padded to {Text(inner + before + after)}",
                "a window no larger than its padded input");
        long places = ((room + (_roundsUp ? stride - 1 : 0)) / stride) + 1;
        // With ceil_mode, a last window that would begin behind the input and its leading padding does not count; zeros of a Pad are input.
        if (_roundsUp && (places - 1) * stride >= _input.Sizes[axis] + (_padding == "VALID" ? 0 : _pads[axis]))
            places--;
        // The accelerator pads by less than a kernel on each side; zeros beyond that are part of the map.
        bool reaches = inner > 0 && places <= ((inner + kernel - 2) / stride) + 1;
        return Checked(keys, kernel, stride, reaches ? inner : inner + before + after, places);
    }

    private WindowAxis Checked(string[] keys, int kernel, long stride, long input, long output) =>
        new(kernel, (int)stride, _scope.Size(keys[0], input), _scope.Size(keys[2], output));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
