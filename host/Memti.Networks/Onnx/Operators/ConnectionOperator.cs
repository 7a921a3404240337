using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Fully connected layers: one row of values times stored weights.</summary>
internal static class ConnectionOperator
{
    public static GraphValue Gemm(NodeScope scope)
    {
        if (scope.Whole("transA", 0) != 0)
            throw GraphError.Operator(scope.Node, "Gemm with a transposed input", "'transA' 0");
        GraphValue weights = scope.Weights(1, 2);
        return scope.Whole("transB", 0) == 0
            ? Connect(scope, weights, weights.Dims[0], weights.Dims[1])
            : Connect(scope, weights, weights.Dims[1], weights.Dims[0]);
    }

    public static GraphValue MatMul(NodeScope scope)
    {
        GraphValue weights = scope.Weights(1, 2);
        return Connect(scope, weights, weights.Dims[0], weights.Dims[1]);
    }

    private static GraphValue Connect(NodeScope scope, GraphValue weights, long inputs, long outputs)
    {
        GraphValue input = scope.Input(0);
        if (input.Constant || input.Dims.Count < 2 || input.Dims[^1] != inputs || input.Count != inputs)
            throw GraphError.Shape(
                scope.Node,
                $"an input of {TensorShape.Shown(input.Dims)} for weights of {TensorShape.Shown([inputs, outputs])}",
                "one row of as many values as the weights have rows");
        // A layer behind a flattened feature map becomes a kernel over the whole map, the form of the workbook: same weights, same
        // products.
        (long channels, long height, long width) = input.Flattened ?? (inputs, 1, 1);
        LayerRow row = new()
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
        int layer = scope.Layers.Add(scope.Node, row, input, weights);
        return new GraphValue([.. input.Dims.SkipLast(1), outputs]) { Layer = layer, Fusable = true };
    }
}
