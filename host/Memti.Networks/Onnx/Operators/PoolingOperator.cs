using Memti.Abstractions.Models;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Pooling: fused into the preceding convolution where possible, otherwise a separate layer.</summary>
internal static class PoolingOperator
{
    public static GraphValue Window(NodeScope scope)
    {
        GraphValue input = scope.FeatureMap(0);
        SlidingWindow window = new(scope, null);
        if (window.IsDilated)
            throw GraphError.Operator(scope.Node, $"{scope.Node.Operator} with dilations", "dilations of 1");
        (int height, int width) = (scope.Size("h", input.Dims[2]), scope.Size("w", input.Dims[3]));
        return Pool(
            scope,
            input,
            new PoolingWindow(window.Height, window.Width, window.StrideHeight, window.StrideWidth),
            window.Rows(height),
            window.Columns(width));
    }

    public static GraphValue Whole(NodeScope scope)
    {
        GraphValue input = scope.FeatureMap(0);
        (int height, int width) = (scope.Size("h", input.Dims[2]), scope.Size("w", input.Dims[3]));
        return Pool(scope, input, new PoolingWindow(height, width, height, width), 1, 1);
    }

    private static GraphValue Pool(NodeScope scope, GraphValue input, PoolingWindow window, int rows, int columns)
    {
        long channels = input.Dims[1];
        int layer = CanFuse(scope, input, window, rows, columns)
            ? Fuse(scope, input, window)
            : scope.Layers.Add(scope.Node, Row(scope, input, window, rows, columns), input);
        return new GraphValue([1, channels, rows, columns]) { Layer = layer };
    }

    private static bool CanFuse(NodeScope scope, GraphValue input, PoolingWindow window, int rows, int columns)
    {
        if (!scope.MayFuse(0))
            return false;
        LayerRow row = scope.Layers.Rows[input.Layer];
        // A fused window must give the size that the graph states: the layer's own rule counts a last window that is only partly filled.
        return row is { Pooling: null, Kind: RowKind.Convolution or RowKind.ConvolutionWithOperand }
            && window.Height <= row.OutputHeight && window.Width <= row.OutputWidth
            && window.RowsOf(row.OutputHeight) == rows && window.ColumnsOf(row.OutputWidth) == columns;
    }

    private static int Fuse(NodeScope scope, GraphValue input, PoolingWindow window)
    {
        scope.Layers.Replace(input.Layer, scope.Layers.Rows[input.Layer] with { Pooling = window });
        return input.Layer;
    }

    private static LayerRow Row(NodeScope scope, GraphValue input, PoolingWindow window, int rows, int columns)
    {
        int channels = scope.Size("c", input.Dims[1]);
        return new LayerRow
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.Pooling,
            Channels = channels,
            Height = (int)input.Dims[2],
            Width = (int)input.Dims[3],
            Filters = channels,
            KernelHeight = window.Height,
            KernelWidth = window.Width,
            StrideHeight = window.StrideHeight,
            StrideWidth = window.StrideWidth,
            // Padded where the output has a position for every stride that begins in the input.
            ZeroPadding = rows == ((input.Dims[2] - 1) / window.StrideHeight) + 1
                && columns == ((input.Dims[3] - 1) / window.StrideWidth) + 1,
            StatedHeight = rows,
            StatedWidth = columns,
        };
    }
}
