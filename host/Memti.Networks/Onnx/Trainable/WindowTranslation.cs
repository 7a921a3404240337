using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Pooling, means and maxima along axes, and norms over neighbouring channels.</summary>
internal static class WindowTranslation
{
    private const int MostWindow = 65_536;

    public static void PoolMaximum(TrainableNode node) => Pool(node, PoolingFunction.Maximum);

    public static void PoolAverage(TrainableNode node) => Pool(node, PoolingFunction.Average);

    public static void PoolAllMaximum(TrainableNode node) => PoolAll(node, PoolingFunction.Maximum);

    public static void PoolAllAverage(TrainableNode node) => PoolAll(node, PoolingFunction.Average);

    public static void ReduceMaximum(TrainableNode node) => Reduce(node, PoolingFunction.Maximum);

    public static void ReduceAverage(TrainableNode node) => Reduce(node, PoolingFunction.Average);

    public static void NormaliseLocally(TrainableNode node)
    {
        TracedValue map = node.Map(0);
        int size = (int)Math.Clamp(node.Scope.Whole("size", 0), 0, MostWindow);
        if (size == 0)
            throw node.Refuse("no 'size'", "channels that are summed, 1 and more");
        // The defaults of ONNX.
        node.Give(
            new LocalResponseNormalisation(size, node.Real("alpha", 1e-4), node.Real("beta", 0.75), node.Real("bias", 1)), map.Name);
    }

    private static void Pool(TrainableNode node, PoolingFunction function)
    {
        TracedValue map = node.Map(0);
        if (node.Scope.Wholes("kernel_shape", 2, 1, MostWindow) is not { } window)
            throw node.Refuse("no 'kernel_shape'", "rows and columns of the window");
        WindowShape shape = WindowShape.Of(node, map, [(int)window[0], (int)window[1]]);
        if (function == PoolingFunction.Average && shape.Dilations.Any(static distance => distance > 1))
            throw node.Refuse("an average over a dilated window", "dilations of 1");
        node.Give(
            new Pooling(function)
            {
                WindowHeight = (int)window[0],
                WindowWidth = (int)window[1],
                StrideHeight = shape.Strides[0],
                StrideWidth = shape.Strides[1],
                DilationHeight = shape.Dilations[0],
                DilationWidth = shape.Dilations[1],
                Padding = shape.Padding,
                CountsPadding = node.Scope.Whole("count_include_pad", 0) != 0,
                RoundsUp = node.Scope.Whole("ceil_mode", 0) != 0,
            },
            map.Name);
    }

    private static void PoolAll(TrainableNode node, PoolingFunction function) =>
        node.Give(new Reduction(function, [1, 2], KeepsAxes: true), node.Map(0).Name);

    private static void Reduce(TrainableNode node, PoolingFunction function)
    {
        TracedValue value = node.Value(0);
        int rank = value.Dims.Count;
        if (node.Scope.Wholes(1, "axes") is not { Length: > 0 } stated)
            throw node.Refuse("all axes at once", "axes that leave out the batch");
        int[] axes = [.. stated.Select(axis => node.Axis(axis, rank)).Distinct().Order()];
        node.Give(new Reduction(function, axes, node.Scope.Whole("keepdims", 1) != 0), value.Name);
    }
}
