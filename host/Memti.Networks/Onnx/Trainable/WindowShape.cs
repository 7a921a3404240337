using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>How a window moves over a map.</summary>
/// <param name="Strides">Rows and columns from window to window.</param>
/// <param name="Dilations">Distance of its rows and columns.</param>
/// <param name="Padding">Pixels around the map.</param>
internal sealed record WindowShape(IReadOnlyList<int> Strides, IReadOnlyList<int> Dilations, Border Padding)
{
    private const int Most = 65_536;

    /// <summary>Reads the attributes of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="map">Its feature map.</param>
    /// <param name="window">Rows and columns of the window.</param>
    public static WindowShape Of(TrainableNode node, TracedValue map, IReadOnlyList<int> window)
    {
        int[] strides = Pair(node, "strides");
        int[] dilations = Pair(node, "dilations");
        string rule = node.Scope.Text("auto_pad", "NOTSET");
        if (rule is "SAME_UPPER" or "SAME_LOWER")
        {
            (int top, int bottom) = Same(map.Dims[2], window[0], strides[0], dilations[0], rule);
            (int left, int right) = Same(map.Dims[3], window[1], strides[1], dilations[1], rule);
            return new WindowShape(strides, dilations, new Border(top, left, bottom, right));
        }

        IReadOnlyList<long> pads = rule == "VALID" ? [0, 0, 0, 0] : node.Scope.Wholes("pads", 4, 0, Most) ?? [0, 0, 0, 0];
        return new WindowShape(strides, dilations, new Border((int)pads[0], (int)pads[1], (int)pads[2], (int)pads[3]));
    }

    private static int[] Pair(TrainableNode node, string name) =>
        node.Scope.Wholes(name, 2, 1, Most) is { } stated ? [(int)stated[0], (int)stated[1]] : [1, 1];

    // ONNX: as many outputs as inputs over strides, rounded up; an odd pixel goes behind (upper) or before (lower) the map.
    private static (int Before, int After) Same(long size, int window, int stride, int dilation, string rule)
    {
        long outputs = (size + stride - 1) / stride;
        long total = Math.Max(0, ((outputs - 1) * stride) + ((window - 1L) * dilation) + 1 - size);
        int less = (int)(total / 2);
        int more = (int)(total - less);
        return rule == "SAME_UPPER" ? (less, more) : (more, less);
    }
}
