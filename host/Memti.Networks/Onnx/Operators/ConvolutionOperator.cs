using System.Globalization;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Two-dimensional convolutions, including grouped and dilated ones.</summary>
internal static class ConvolutionOperator
{
    public static GraphValue Apply(NodeScope scope)
    {
        GraphValue input = scope.FeatureMap(0);
        GraphValue stored = scope.Weights(1, 4);
        IReadOnlyList<long> weights = stored.Dims;
        int channels = scope.Size("c", input.Dims[1]);
        int groups = scope.Size("groups", scope.Whole("group", 1));
        // In 128 bits: both factors come from the file.
        if ((Int128)weights[1] * groups != channels)
            throw GraphError.Shape(
                scope.Node,
                $"weights {TensorShape.Shown(weights)} in {groups.ToString(CultureInfo.InvariantCulture)} groups over "
                    + $"{channels.ToString(CultureInfo.InvariantCulture)} channels",
                "weights for the channels of the input");
        SlidingWindow window = new(scope, [weights[2], weights[3]]);
        LayerRow row = Row(scope, input, window) with { Filters = scope.Size("k", weights[0]), Groups = groups };
        if (window.IsDilated)
            CheckReach(scope, row);
        int layer = scope.Layers.Add(scope.Node, row, input, stored);
        return new GraphValue([1, row.Filters, row.OutputHeight, row.OutputWidth]) { Layer = layer, Fusable = true };
    }

    private static LayerRow Row(NodeScope scope, GraphValue input, SlidingWindow window)
    {
        (int height, int width) = (scope.Size("h", input.Dims[2]), scope.Size("w", input.Dims[3]));
        (int rows, int columns) = (window.Rows(height), window.Columns(width));
        return new LayerRow
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.Convolution,
            Channels = (int)input.Dims[1],
            Height = height,
            Width = width,
            // Placeholder until the caller sets filters and groups from the weights.
            Filters = 1,
            KernelHeight = window.Height,
            KernelWidth = window.Width,
            StrideHeight = window.StrideHeight,
            StrideWidth = window.StrideWidth,
            ZeroPadding = rows == DivideUp(height, window.StrideHeight) && columns == DivideUp(width, window.StrideWidth),
            StatedHeight = rows,
            StatedWidth = columns,
            MayCrop = window.IsDilated,
        };
    }

    /// <summary>
    /// Checks a dilated convolution. Layers know no dilation: the layer keeps the kernel and states the output, which the kernel without
    /// gaps must be able to produce.
    /// </summary>
    private static void CheckReach(NodeScope scope, LayerRow row)
    {
        if (!LayerRules.CanReach(row.Height, row.KernelHeight, row.StrideHeight, row.OutputHeight)
            || !LayerRules.CanReach(row.Width, row.KernelWidth, row.StrideWidth, row.OutputWidth))
            throw GraphError.Operator(
                scope.Node,
                "a dilation with this padding",
                "dilations whose output a kernel without gaps can give: padding of less than that kernel on each side");
    }

    private static int DivideUp(int value, int divisor) => ((value - 1) / divisor) + 1;
}
