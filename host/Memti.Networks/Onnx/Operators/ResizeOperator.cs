using System.Globalization;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Operators that change the size of a map: interpolation, padding, and pixels moved between channels and places.</summary>
internal static class ResizeOperator
{
    /// <summary>Resize, and Upsample as it was called before operator set 10.</summary>
    public static GraphValue Resize(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int rank = input.Dims.Count;
        // Upsample and the first Resize have the scales where later ones have the region.
        int scales = scope.InputCount > 2 ? 2 : 1;
        int[] axes = scope.Attribute("axes") is { } stated
            ? [.. scope.Axes(stated.Wholes, rank)]
            : [.. Enumerable.Range(0, rank)];
        long[] dims = [.. input.Dims];
        if (scope.Optional(3) is not null)
            Size(scope, dims, axes);
        else
            Scale(scope, dims, axes, scales);
        return dims.SequenceEqual(input.Dims) ? scope.Passed(0) : input.Moved(scope.Sound(dims)) with { Channel = input.Channel };
    }

    public static GraphValue Pad(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int rank = input.Dims.Count;
        long[] stated = scope.Wholes(1, "pads") ?? scope.Wholes(int.MaxValue, "paddings")
            ?? throw GraphError.Shape(scope, "no pads", "pads as input or attribute");
        int[] axes = scope.Optional(3) is null
            ? [.. Enumerable.Range(0, rank)]
            : [.. scope.Axes(scope.Numbers(3, "axes").Wholes, rank)];
        if (stated.Length != 2 * axes.Length || stated.Any(static pad => pad is < -int.MaxValue or > int.MaxValue))
            throw GraphError.Shape(scope, $"pads {NodeScope.Shorten(stated)}", "two numbers for each dimension");
        (long[] before, long[] after) = (new long[rank], new long[rank]);
        for (int index = 0; index < axes.Length; index++)
            (before[axes[index]], after[axes[index]]) = (stated[index], stated[index + axes.Length]);
        if (stated.All(static pad => pad == 0))
            return scope.Same(0);
        GraphValue output = input.Moved(scope.Sound([.. input.Dims.Select((size, axis) => size + before[axis] + after[axis])])) with
        {
            Channel = input.Channel,
        };
        bool isZero = scope.Text("mode", "constant") == "constant" && stated.All(static pad => pad >= 0) && !input.Constant;
        return isZero ? output with { Stored = input.Stored, Border = Around(input, before, after) } : output;
    }

    /// <summary>DepthToSpace and SpaceToDepth, of which the block size is a factor of rows and columns.</summary>
    public static GraphValue Shuffle(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        long block = scope.Whole("blocksize", 0);
        if (input.Dims.Count != 4 || block is < 1 or > 1024)
            throw GraphError.Shape(
                scope,
                string.Create(CultureInfo.InvariantCulture, $"blocks of {block} in {TensorShape.Shown(input.Dims)}"),
                "blocks of 1 to 1024 in four dimensions");
        long area = block * block;
        (long frames, long channels, long height, long width) = (input.Dims[0], input.Dims[1], input.Dims[2], input.Dims[3]);
        long[]? dims = scope.Node.Operator == "DepthToSpace"
            ? channels % area == 0 ? [frames, channels / area, height * block, width * block] : null
            : height % block == 0 && width % block == 0 ? [frames, channels * area, height / block, width / block] : null;
        return dims is null
            ? throw GraphError.Shape(
                scope, string.Create(CultureInfo.InvariantCulture, $"blocks of {block} in {TensorShape.Shown(input.Dims)}"), "whole blocks")
            : input.Moved(scope.Sound(dims)) with { Channel = 1 };
    }

    private static void Scale(NodeScope scope, long[] dims, int[] axes, int index)
    {
        IReadOnlyList<double> scales = scope.Optional(index) is null && scope.Attribute("scales") is { } stated
            ? stated.Reals
            : scope.Numbers(index, "scales").Values;
        if (scales.Count != axes.Length || scales.Any(static scale => !(scale > 0)))
            throw GraphError.Shape(scope, "scales that are not positive, or other in number", "a scale for each dimension");
        // In single precision, as the operator computes it.
        for (int place = 0; place < axes.Length; place++)
            dims[axes[place]] = (long)MathF.Floor((float)scales[place] * dims[axes[place]]);
    }

    private static void Size(NodeScope scope, long[] dims, int[] axes)
    {
        long[] sizes = scope.Numbers(3, "sizes").Wholes;
        if (sizes.Length != axes.Length)
            throw GraphError.Shape(scope, $"sizes {NodeScope.Shorten(sizes)}", "a size for each dimension");
        string policy = scope.Text("keep_aspect_ratio_policy", "stretch");
        double[] ratios = [.. axes.Select((axis, place) => (double)sizes[place] / dims[axis])];
        for (int place = 0; place < axes.Length; place++)
            dims[axes[place]] = policy == "stretch"
                ? sizes[place]
                : (long)Math.Floor(((policy == "not_larger" ? ratios.Min() : ratios.Max()) * dims[axes[place]]) + 0.5);
    }

    /// <summary>The zeros around a tensor that may have some already.</summary>
    private static ZeroBorder Around(GraphValue input, long[] before, long[] after) => input.Border is { } border
        ? new ZeroBorder(
            [.. before.Zip(border.Before, static (one, other) => one + other)],
            [.. after.Zip(border.After, static (one, other) => one + other)])
        : new ZeroBorder(before, after);
}
