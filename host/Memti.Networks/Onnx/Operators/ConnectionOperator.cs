using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>
/// Matrix products with stored weights. One row of values is a fully connected layer; several rows, such as the steps of a sequence or the
/// pixels of a map, are a 1x1 convolution over them.
/// </summary>
internal static class ConnectionOperator
{
    public static GraphValue Gemm(NodeScope scope) => Gemm(scope, 1);

    /// <summary>QGemm, which has scale and zero point of the input between input and weights.</summary>
    public static GraphValue QuantisedGemm(NodeScope scope) => Gemm(scope, 3);

    public static GraphValue MatMul(NodeScope scope) => MatMul(scope, 1);

    /// <summary>QLinearMatMul, which has scale and zero point of the input between input and weights.</summary>
    public static GraphValue QuantisedMatMul(NodeScope scope) => MatMul(scope, 3);

    /// <summary>MatMulNBits, whose weights are packed; attributes state the matrix.</summary>
    public static GraphValue Packed(NodeScope scope)
    {
        GraphValue weights = scope.Input(1);
        (long inputs, long outputs) = (scope.Size("c", scope.Whole("K", 0)), scope.Size("k", scope.Whole("N", 0)));
        return Connect(scope, weights with { Dims = [inputs, outputs] }, 1, inputs, outputs);
    }

    private static GraphValue Gemm(NodeScope scope, int index)
    {
        if (scope.Whole("transA", 0) != 0 && scope.Input(0).Dims.Count != 2)
            throw GraphError.Operator(scope, "Gemm with a transposed input of other than two dimensions", "'transA' 0");
        GraphValue weights = scope.Weights(index, 2);
        return scope.Whole("transB", 0) == 0
            ? Connect(scope, weights, 1, weights.Dims[0], weights.Dims[1])
            : Connect(scope, weights, 1, weights.Dims[1], weights.Dims[0]);
    }

    private static GraphValue MatMul(NodeScope scope, int index)
    {
        (GraphValue left, GraphValue right) = (scope.Input(0), scope.Input(index));
        if (left.Constant && right.Constant)
            return Product(scope, left, right);
        if (left.Constant)
            return ByLeft(scope, left, right);
        if (!right.Constant)
            throw GraphError.Operator(
                scope,
                $"{scope.Node.Operator} of two computed tensors",
                "stored weights on one side; products of activations, as in attention, have no layer: write them as rows of a layer table");
        if (right.Dims.Count == 1)
            return Connect(scope, scope.Weights(index, 1), 1, right.Dims[0], 1);
        bool turned = scope.Whole("transB", 0) != 0;
        GraphValue weights = scope.Weights(index, Math.Max(2, right.Dims.Count));
        (long inputs, long outputs) = turned ? (weights.Dims[^1], weights.Dims[^2]) : (weights.Dims[^2], weights.Dims[^1]);
        return Connect(scope, weights, weights.Dims.SkipLast(2).Aggregate(1L, static (count, size) => count * size), inputs, outputs);
    }

    private static GraphValue Product(NodeScope scope, GraphValue left, GraphValue right)
    {
        if (left.Dims.Count < 2 || right.Dims.Count < 2 || left.Dims[^1] != right.Dims[^2]
            || Broadcast.Of([.. left.Dims.SkipLast(2)], [.. right.Dims.SkipLast(2)]) is not { } ahead)
            throw Mismatch(scope, left, right.Dims);
        return new GraphValue(scope.Sound([.. ahead, left.Dims[^2], right.Dims[^1]])) { Constant = true };
    }

    /// <summary>Weights on the left: the columns of the right tensor are the positions.</summary>
    private static GraphValue ByLeft(NodeScope scope, GraphValue weights, GraphValue input)
    {
        if (weights.Dims.Count != 2 || input.Dims.Count < 2 || weights.Dims[1] != input.Dims[^2] || weights.Dims[0] == 0)
            throw Mismatch(scope, weights, input.Dims);
        int layer = Add(scope, weights, input, 1, weights.Dims[1], weights.Dims[0]);
        return new GraphValue(scope.Sound([.. input.Dims.SkipLast(2), weights.Dims[0], input.Dims[^1]]))
        {
            Layer = layer,
            Fusable = true,
            Channel = Math.Max(1, input.Dims.Count - 2),
        };
    }

    private static GraphValue Connect(NodeScope scope, GraphValue weights, long groups, long inputs, long outputs)
    {
        GraphValue input = scope.Input(0);
        bool turned = scope.Whole("transA", 0) != 0 && input.Dims.Count > 1;
        long[] dims = turned ? [.. input.Dims.SkipLast(2), input.Dims[^1], input.Dims[^2]] : [.. input.Dims];
        long[]? ahead = dims.Length < 2 || groups == 1
            ? [.. dims.SkipLast(1)]
            : Broadcast.Of([.. dims.SkipLast(2)], [.. weights.Dims.SkipLast(2)]) is { } repeated ? [.. repeated, dims[^2]] : null;
        if (input.Constant || dims.Length == 0 || dims[^1] != inputs || ahead is null || input.Count == 0)
            throw Mismatch(scope, input, [inputs, outputs]);
        int layer = input.Patches is { } patches && groups == 1 && !turned
            ? Convolve(scope, weights, patches, outputs)
            : Add(scope, weights, input with { Dims = [.. ahead, inputs] }, groups, inputs, outputs);
        // Weights of one dimension give one number in place of a row.
        long[] output = weights.Dims.Count == 1 ? ahead : [.. ahead, outputs];
        return new GraphValue(scope.Sound(output)) { Layer = layer, Fusable = true, Channel = Math.Max(1, output.Length - 1) };
    }

    /// <summary>A product with the patches of a map. The matrix of a depthwise convolution is sparse: only its filters count.</summary>
    private static int Convolve(NodeScope scope, GraphValue weights, PatchedMap patches, long outputs)
    {
        LayerRow row = patches.Row with
        {
            Name = LayerName.Of(scope.Node),
            Filters = scope.Size("k", outputs),
            Groups = patches.IsDepthwise && outputs == patches.Row.Channels ? patches.Row.Channels : 1,
        };
        return scope.Layers.Add(scope, row, patches.Map, weights);
    }

    private static int Add(NodeScope scope, GraphValue weights, GraphValue input, long groups, long inputs, long outputs)
    {
        TensorShape.Check(scope.Node.Shown, input.Dims);
        long rows = input.Count / inputs;
        if (rows % ((long)scope.Batch * groups) != 0)
            throw GraphError.Shape(scope, $"{NodeScope.Shorten([rows])} rows", scope.BatchHint);
        rows /= scope.Batch * groups;
        LayerRow row = rows == 1 && groups == 1 ? Full(scope, input, inputs, outputs) : Steps(scope, input, rows, inputs, outputs, groups);
        return scope.Layers.Add(scope, row, input, weights);
    }

    // A layer behind a flattened feature map becomes a kernel over the whole map, the form of the workbook: same weights, same products.
    private static LayerRow Full(NodeScope scope, GraphValue input, long inputs, long outputs)
    {
        (long channels, long height, long width) =
            input.Flattened is { } map ? MapShape.Of(map, scope.Batch) : new MapShape(inputs, 1, 1);
        return new LayerRow
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.FullyConnected,
            Channels = scope.Size("c", channels),
            Height = scope.Size("h", height),
            Width = scope.Size("w", width),
            Filters = scope.Size("k", outputs),
            KernelHeight = (int)height,
            KernelWidth = (int)width,
        };
    }

    private static LayerRow Steps(NodeScope scope, GraphValue input, long rows, long inputs, long outputs, long groups)
    {
        MapShape map = input.Dims is [_, <= NetworkLimits.Extent, <= NetworkLimits.Extent, _] && groups == 1
            && input.Dims[1] * input.Dims[2] == rows
            ? new MapShape(inputs, input.Dims[1], input.Dims[2])
            : MapShape.Of(inputs, rows);
        return new LayerRow
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.Convolution,
            Channels = scope.Size("c", inputs * groups),
            Height = scope.Size("h", map.Height),
            Width = scope.Size("w", map.Width),
            Filters = scope.Size("k", outputs * groups),
            Groups = scope.Size("groups", groups),
            ZeroPadding = true,
        };
    }

    private static Abstractions.Diagnostics.MemtiException Mismatch(NodeScope scope, GraphValue input, IReadOnlyList<long> weights) =>
        GraphError.Shape(
            scope,
            $"an input of {TensorShape.Shown(input.Dims)} for weights of {TensorShape.Shown(weights)}",
            "rows of as many values as the weights have rows");
}
