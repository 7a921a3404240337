using Memti.Abstractions.Models;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Pooling: fused into the preceding convolution where possible, otherwise a separate layer.</summary>
internal static class PoolingOperator
{
    public static GraphValue Window(NodeScope scope)
    {
        SpatialInput input = scope.Spatial(0);
        SlidingWindow window = new(scope, input, null);
        return Pooled(scope, input, window.Row(RowKind.Pooling, scope.Size("c", input.Channels)));
    }

    public static GraphValue Whole(NodeScope scope)
    {
        SpatialInput input = scope.Spatial(0);
        MapShape map = input.Map;
        return Pooled(scope, input, Row(scope, map, map.Height, map.Width));
    }

    /// <summary>Average or maximum along some dimensions of a map, as ReduceMean takes it.</summary>
    /// <param name="scope">The node.</param>
    /// <param name="map">Shape of its first input.</param>
    /// <param name="height">Rows that become one.</param>
    /// <param name="width">Columns that become one.</param>
    /// <returns>Index of the layer that pools.</returns>
    public static int Reduce(NodeScope scope, MapShape map, long height, long width) =>
        Pool(scope, scope.Input(0), Row(scope, map, height, width));

    private static GraphValue Pooled(NodeScope scope, SpatialInput input, LayerRow row) =>
        new(scope.Sound(input.Output(row.Channels, row.OutputHeight, row.OutputWidth)))
        {
            Layer = Pool(scope, input.Value, row),
            Channel = input.Channel,
        };

    private static int Pool(NodeScope scope, GraphValue input, LayerRow row) =>
        CanFuse(scope, input, row) ? Fuse(scope, input, row) : scope.Layers.Add(scope, row, input);

    private static bool CanFuse(NodeScope scope, GraphValue input, LayerRow pool)
    {
        if (!scope.MayFuse(0) || pool.MayCrop)
            return false;
        LayerRow row = scope.Layers.Rows[input.Layer];
        PoolingWindow window = Of(pool);
        // A fused window must give the size that the graph states: the layer's own rule counts a last window that is only partly filled.
        return row is { Pooling: null, Kind: RowKind.Convolution or RowKind.ConvolutionWithOperand }
            && (row.Filters, row.OutputHeight, row.OutputWidth) == (pool.Channels, pool.Height, pool.Width)
            && window.Height <= row.OutputHeight && window.Width <= row.OutputWidth
            && window.RowsOf(row.OutputHeight) == pool.OutputHeight && window.ColumnsOf(row.OutputWidth) == pool.OutputWidth;
    }

    private static int Fuse(NodeScope scope, GraphValue input, LayerRow pool)
    {
        scope.Layers.Replace(input.Layer, scope.Layers.Rows[input.Layer] with { Pooling = Of(pool) });
        return input.Layer;
    }

    private static PoolingWindow Of(LayerRow pool) => new(pool.KernelHeight, pool.KernelWidth, pool.StrideHeight, pool.StrideWidth);

    private static LayerRow Row(NodeScope scope, MapShape map, long height, long width)
    {
        (int channels, int rows, int columns) = (scope.Size("c", map.Channels), scope.Size("h", map.Height), scope.Size("w", map.Width));
        return new LayerRow
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.Pooling,
            Channels = channels,
            Height = rows,
            Width = columns,
            Filters = channels,
            KernelHeight = (int)height,
            KernelWidth = (int)width,
            StrideHeight = (int)height,
            StrideWidth = (int)width,
            ZeroPadding = true,
            StatedHeight = rows / (int)height,
            StatedWidth = columns / (int)width,
        };
    }
}
