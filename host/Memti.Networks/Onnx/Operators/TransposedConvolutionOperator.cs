using System.Globalization;
using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>
/// Transposed convolutions as the convolutions that compute them. Along a dimension with stride 1 that is the kernel turned round; with a
/// stride that divides the kernel, one kernel of the quotient for each of the places between two pixels of the input (NVDLA's software
/// splits deconvolutions so); with any other stride, one filter for each tap, whose products are then summed up. Weights and products are
/// those of the operator in each case.
/// </summary>
internal static class TransposedConvolutionOperator
{
    public static GraphValue Apply(NodeScope scope)
    {
        SpatialInput input = scope.Spatial(0);
        int rank = input.Rank;
        GraphValue stored = scope.Weights(1, rank + 2);
        int groups = scope.Size("groups", scope.Whole("group", 1));
        int channels = scope.Size("c", input.Channels);
        if (stored.Dims[0] != channels || channels % groups != 0)
            throw GraphError.Shape(
                scope,
                $"weights {TensorShape.Shown(stored.Dims)} in {groups.ToString(CultureInfo.InvariantCulture)} groups",
                "weights for the channels of the input");
        (Phase rows, Phase columns) = (rank == 1 ? Phase.None : Along(scope, input, stored, 0), Along(scope, input, stored, rank - 1));
        long outputs = scope.Size("k", stored.Dims[1] * groups);
        LayerRow row = Row(scope, rows, columns) with
        {
            Channels = channels,
            Filters = scope.Size("k", outputs * rows.Filters * columns.Filters),
            Groups = groups,
        };
        int layer = scope.Layers.Add(scope, row, input.Value, stored);
        return new GraphValue(scope.Sound(input.Output(outputs, rows.Output, columns.Output)))
        {
            Layer = layer,
            // The results of several filters for one channel are spread over the map first.
            Fusable = rows.Filters * columns.Filters == 1,
            Channel = input.Channel,
        };
    }

    private static LayerRow Row(NodeScope scope, Phase rows, Phase columns) => new()
    {
        Name = LayerName.Of(scope.Node),
        Kind = RowKind.Convolution,
        Channels = 1,
        Filters = 1,
        Height = scope.Size("h", rows.Input),
        Width = scope.Size("w", columns.Input),
        KernelHeight = scope.Size("r", rows.Kernel),
        KernelWidth = scope.Size("s", columns.Kernel),
        ZeroPadding = rows.Positions == rows.Input && columns.Positions == columns.Input,
        StatedHeight = scope.Size("p", rows.Positions),
        StatedWidth = scope.Size("q", columns.Positions),
        MayCrop = true,
    };

    private static Phase Along(NodeScope scope, SpatialInput input, GraphValue stored, int axis)
    {
        int rank = input.Rank;
        (long size, long kernel) = (input.Sizes[axis], stored.Dims[axis + 2]);
        long stride = scope.Wholes("strides", rank, 1, NetworkLimits.Extent)?[axis] ?? 1;
        long dilation = scope.Wholes("dilations", rank, 1, NetworkLimits.Extent)?[axis] ?? 1;
        long output = scope.Size(axis == rank - 1 ? "q" : "p", Output(scope, rank, axis, size, stride, ((kernel - 1) * dilation) + 1));
        return (stride, dilation) switch
        {
            (1, 1) => Turned(size, kernel, output),
            (_, 1) when kernel % stride == 0 => new Phase(size, kernel / stride, stride, size, output),
            _ => new Phase(size, 1, kernel, size, output),
        };
    }

    // Padding of a transposed convolution takes away from its output: more than a kernel of it leaves pixels of the input unread.
    private static Phase Turned(long size, long kernel, long output) => output <= size + kernel - 1
        ? new Phase(size, kernel, 1, output, output)
        : new Phase(output, kernel, 1, output, output);

    // Output size: ONNX operator specification of ConvTranspose.
    private static long Output(NodeScope scope, int rank, int axis, long size, long stride, long extent)
    {
        if (scope.Attribute("output_shape") is { Wholes: { Count: > 0 } stated })
            return stated.Count == rank || stated.Count == rank + 2 ? stated[stated.Count - rank + axis] : 0;
        if (scope.Text("auto_pad", "NOTSET") is "SAME_UPPER" or "SAME_LOWER")
            return size * stride;
        IReadOnlyList<long>? pads = scope.Wholes("pads", 2 * rank, 0, NetworkLimits.Extent);
        long more = scope.Wholes("output_padding", rank, 0, NetworkLimits.Extent)?[axis] ?? 0;
        return ((size - 1) * stride) + more + extent - (pads?[axis] ?? 0) - (pads?[axis + rank] ?? 0);
    }

    /// <summary>The convolution along one dimension.</summary>
    /// <param name="Input">Pixels of the input.</param>
    /// <param name="Kernel">Taps of the convolution.</param>
    /// <param name="Filters">Filters for each channel of the output.</param>
    /// <param name="Positions">Positions of the kernel.</param>
    /// <param name="Output">Pixels of the output.</param>
    private readonly record struct Phase(long Input, long Kernel, long Filters, long Positions, long Output)
    {
        public static Phase None => new(1, 1, 1, 1, 1);
    }
}
