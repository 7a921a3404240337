using System.Globalization;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Convolutions along one or two dimensions, including grouped and dilated ones.</summary>
internal static class ConvolutionOperator
{
    public static GraphValue Plain(NodeScope scope) => Convolve(scope, 1);

    /// <summary>QLinearConv, which has scale and zero point of the input between input and weights.</summary>
    public static GraphValue Quantised(NodeScope scope) => Convolve(scope, 3);

    /// <summary>FusedConv, which may add a second operand.</summary>
    public static GraphValue Fused(NodeScope scope)
    {
        GraphValue output = Convolve(scope, 1);
        if (scope.Optional(3) is not { Constant: false } operand)
            return output;
        scope.Layers.Replace(output.Layer, scope.Layers.Rows[output.Layer] with { Kind = RowKind.ConvolutionWithOperand });
        return operand.Dims.SequenceEqual(output.Dims)
            ? output
            : throw GraphError.Shape(scope, $"an operand of {TensorShape.Shown(operand.Dims)}", TensorShape.Shown(output.Dims));
    }

    private static GraphValue Convolve(NodeScope scope, int index)
    {
        SpatialInput input = scope.Spatial(0);
        GraphValue stored = scope.Weights(index, input.Rank + 2);
        // QONNX turns the weights like the map: the channels of the input are their last dimension.
        IReadOnlyList<long> weights =
            scope.Node.IsChannelsLast ? [stored.Dims[0], stored.Dims[^1], .. stored.Dims.Skip(1).SkipLast(1)] : stored.Dims;
        int channels = scope.Size("c", input.Channels);
        int groups = Groups(scope, weights[1], channels, weights);
        SlidingWindow window = new(scope, input, [.. weights.Skip(2)]);
        LayerRow row = window.Row(RowKind.Convolution, scope.Size("k", weights[0])) with { Groups = groups };
        int layer = scope.Layers.Add(scope, row, input.Value, stored);
        return new GraphValue(scope.Sound(input.Output(row.Filters, row.OutputHeight, row.OutputWidth)))
        {
            Layer = layer,
            Fusable = true,
            Channel = input.Channel,
        };
    }

    /// <summary>The groups of a convolution whose weights see a part of the channels each.</summary>
    private static int Groups(NodeScope scope, long seen, int channels, IReadOnlyList<long> weights)
    {
        int groups = scope.Size("groups", scope.Whole("group", 1));
        // In 128 bits: both factors come from the file.
        if ((Int128)seen * groups == channels)
            return groups;
        throw GraphError.Shape(
            scope,
            $"weights {TensorShape.Shown(weights)} in {groups.ToString(CultureInfo.InvariantCulture)} groups over "
                + $"{channels.ToString(CultureInfo.InvariantCulture)} channels",
            "weights for the channels of the input");
    }
}
