using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Operators with weights: convolutions, matrix products and batch norms.</summary>
internal static class WeightTranslation
{
    public static void Convolve(TrainableNode node)
    {
        TracedValue map = node.Map(0);
        int[] kernel = Sizes(node.Constant(1));
        if (kernel.Length != 4)
            throw node.Refuse($"a kernel of {kernel.Length} dimensions", "kernels with rows and columns");
        WindowShape window = WindowShape.Of(node, map, kernel[2..]);
        Convolution operation = new()
        {
            StrideHeight = window.Strides[0],
            StrideWidth = window.Strides[1],
            DilationHeight = window.Dilations[0],
            DilationWidth = window.Dilations[1],
            Groups = (int)(map.Dims[1] / kernel[1]),
            Padding = window.Padding,
        };
        string weights = node.Parameter(1, ParameterRole.Kernel, kernel);
        node.Give(operation, [map.Name, weights, .. Bias(node, 2, kernel[0])]);
    }

    public static void Multiply(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        bool isTurned = node.Scope.Whole("transB", 0) != 0;
        float alpha = (float)node.Real("alpha", 1);
        int[] sizes = Sizes(node.Constant(1));
        if (node.Scope.Whole("transA", 0) != 0 || value.Dims.Count != 2 || sizes.Length != 2)
            throw node.Refuse("a Gemm of other shapes", "one row of features times a matrix");
        (int outputs, int features) = isTurned ? (sizes[0], sizes[1]) : (sizes[1], sizes[0]);
        string weights = node.Parameter(
            1, ParameterRole.Kernel, $"turned {!isTurned} times {alpha}", [outputs, features],
            values => Scaled(isTurned ? values : Turned(values, sizes[0], sizes[1]), alpha));
        float beta = (float)node.Real("beta", 1);
        if (node.Optional(2) is null || beta == 0)
            node.Give(new FullyConnected(), value.Name, weights);
        else
            node.Give(
                new FullyConnected(), value.Name, weights,
                node.Parameter(2, ParameterRole.Bias, $"times {beta}", [outputs], values => Scaled(values, beta)));
    }

    public static void MultiplyMatrix(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        int[] sizes = Sizes(node.Constant(1));
        if (sizes.Length != 2 || value.Dims.Count < 2)
            throw node.Refuse("a matrix product of other shapes", "values times a stored matrix");
        string weights = node.Parameter(
            1, ParameterRole.Kernel, "turned True times 1", [sizes[1], sizes[0]], values => Turned(values, sizes[0], sizes[1]));
        node.Give(new FullyConnected(), value.Name, weights);
    }

    public static void Normalise(TrainableNode node)
    {
        TracedValue value = node.Value(0);
        if (value.Dims.Count is not (2 or 4) || node.Scope.Whole("spatial", 1) == 0)
            throw node.Refuse("a batch norm of other shapes", "values [batch, channels] or [batch, channels, rows, columns]");
        int channels = (int)value.Dims[1];
        ParameterRole[] roles = [ParameterRole.NormScale, ParameterRole.NormShift, ParameterRole.NormMean, ParameterRole.NormVariance];
        string[] parameters = [.. roles.Select((role, index) => node.Parameter(index + 1, role, channels))];
        BatchNormalisation operation = new()
        {
            Epsilon = node.Real("epsilon", 1e-5),
            // ONNX gives the weight of the running statistics, the graph that of the batch. Rounded: the file has 32 bits.
            Momentum = Math.Round(1 - node.Real("momentum", 0.9f), 6),
        };
        node.Give(operation, [value.Name, .. parameters]);
    }

    private static string[] Bias(TrainableNode node, int index, int outputs) =>
        node.Optional(index) is null ? [] : [node.Parameter(index, ParameterRole.Bias, outputs)];

    private static int[] Sizes(TracedValue tensor) => [.. tensor.Dims.Select(static size => (int)size)];

    private static float[] Turned(float[] values, int rows, int columns)
    {
        float[] turned = new float[values.Length];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                turned[(column * rows) + row] = values[(row * columns) + column];
        return turned;
    }

    private static float[] Scaled(float[] values, float factor) => factor == 1 ? values : [.. values.Select(value => value * factor)];
}
