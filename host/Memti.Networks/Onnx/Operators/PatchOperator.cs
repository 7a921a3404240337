using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Operators of QONNX and FINN with a window, whose attributes have names of their own. Channels are last.</summary>
internal static class PatchOperator
{
    /// <summary>
    /// Im2Col, which writes out what a window sees at each of its places: [1, rows, columns, kernel x kernel x channels].
    /// </summary>
    public static GraphValue Unfold(NodeScope scope)
    {
        SpatialInput input = scope.Spatial(0);
        if (input.Rank != 2)
            throw GraphError.Shape(scope, $"an input of {TensorShape.Shown(input.Value.Dims)}", "four dimensions, the last one channels");
        NodeScope standard = scope.With(
        [
            Pair(scope, "kernel_size", "kernel_shape"), Pair(scope, "stride", "strides"), Pair(scope, "dilations", "dilations"),
            Pads(scope),
        ]);
        LayerRow row = new SlidingWindow(standard, input, null).Row(RowKind.Convolution, 1);
        long values = input.Channels * row.KernelHeight * row.KernelWidth;
        return input.Value.Moved(scope.Sound(input.Output(values, row.OutputHeight, row.OutputWidth))) with
        {
            Channel = input.Channel,
            Patches = new PatchedMap(input.Value, row, scope.Whole("depthwise", 0) != 0),
        };
    }

    /// <summary>QuantAvgPool2d, whose window is a square.</summary>
    public static GraphValue Average(NodeScope scope) => PoolingOperator.Window(
        scope.With([Pair(scope, "kernel", "kernel_shape"), Pair(scope, "stride", "strides"), scope.Attribute("data_layout")]));

    /// <summary>Rows and columns; the first versions had one number for both.</summary>
    private static OnnxAttribute? Pair(NodeScope scope, string name, string standard)
    {
        if (scope.Attribute(name) is not { } stated)
            return null;
        OnnxAttribute pair = new() { Name = standard };
        pair.Wholes.AddRange(stated.Wholes.Count > 0 ? stated.Wholes : [stated.Whole, stated.Whole]);
        return pair;
    }

    /// <summary>Zeros above, left, below and right; one number is all four.</summary>
    private static OnnxAttribute? Pads(NodeScope scope)
    {
        if (scope.Attribute("pad_amount") is not { } stated)
            return null;
        OnnxAttribute pads = new() { Name = "pads" };
        pads.Wholes.AddRange(stated.Wholes.Count > 0 ? stated.Wholes : Enumerable.Repeat(stated.Whole, 4));
        return pads;
    }
}
