using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>
/// Element-wise operators of two and more tensors. An operation with a constant or a single number is folded away; a sum of two computed
/// tensors is fused into the later convolution; other operations on two computed tensors are layers.
/// </summary>
internal static class ArithmeticOperator
{
    /// <summary>A sum, which the accelerator can take while it stores an output.</summary>
    public static GraphValue Add(NodeScope scope) => Combine(scope, sums: true);

    /// <summary>A product, a gate, a difference, a maximum.</summary>
    public static GraphValue Other(NodeScope scope) => Combine(scope, sums: false);

    /// <summary>A comparison or a logical operation, which computes no values: only its effect on the shape counts.</summary>
    public static GraphValue Compare(NodeScope scope)
    {
        GraphValue[] inputs = Inputs(scope);
        long[] dims = inputs[0].Dims.ToArray();
        foreach (GraphValue other in inputs.Skip(1))
            dims = Shape(scope, new GraphValue(dims), other);
        return new GraphValue(dims)
        {
            Constant = inputs.All(static input => input.Constant),
            Data = FoldedArithmetic.Of(scope, inputs, dims),
            Layer = inputs.Max(static input => input.Layer),
            Channel = Leading(inputs, dims).Channel,
        };
    }

    private static GraphValue Combine(NodeScope scope, bool sums)
    {
        GraphValue[] inputs = Inputs(scope);
        GraphValue result = inputs[0] with { Fusable = scope.MayFuse(0) };
        for (int index = 1; index < inputs.Length; index++)
            result = Pair(scope, result, inputs[index] with { Fusable = scope.MayFuse(index) }, sums);
        return inputs.Length == 1 ? result.Changed : result;
    }

    /// <summary>The inputs; before operator set 7, an attribute says along which dimension the second one is repeated.</summary>
    private static GraphValue[] Inputs(NodeScope scope)
    {
        GraphValue[] inputs = [.. Enumerable.Range(0, Math.Max(1, scope.InputCount)).Select(scope.Input)];
        if (scope.Whole("broadcast", 0) == 0 || scope.Attribute("axis") is not { } axis || inputs.Length != 2)
            return inputs;
        long behind = inputs[0].Dims.Count - axis.Whole - inputs[1].Dims.Count;
        if (axis.Whole >= 0 && behind > 0)
            inputs[1] = inputs[1] with { Dims = [.. inputs[1].Dims, .. Enumerable.Repeat(1L, (int)behind)] };
        return inputs;
    }

    private static GraphValue Pair(NodeScope scope, GraphValue left, GraphValue right, bool sums)
    {
        long[] dims = Shape(scope, left, right);
        if (left.Constant && right.Constant)
            return Constant(scope, left, right, dims);
        if (left.Constant || right.Constant || IsScale(left) || IsScale(right))
            return Passed(left.Constant || (!right.Constant && IsScale(left)) ? right : left, dims);
        // An activation spelled out: x * sigmoid(x), x + 0.04 x^3.
        if (ReferenceEquals(left.Stored, right.Stored) && left.Dims.SequenceEqual(right.Dims))
            return left with { Fusable = scope.InputCount == 2 && (IsGate(scope, 0, 1) || IsGate(scope, 1, 0)) };
        if (sums && left.Dims.SequenceEqual(right.Dims) && (CanFuse(scope, left, right) || CanFuse(scope, right, left)))
            // The later layer adds: when it runs, the output of the earlier one exists.
            return Fuse(scope, left.Layer > right.Layer ? left : right);
        return Alone(scope, Leading([left, right], dims), dims, Math.Max(left.Layer, right.Layer));
    }

    /// <summary>A computed tensor whose values change. A constant may repeat it.</summary>
    private static GraphValue Passed(GraphValue value, long[] dims) => value.Dims.SequenceEqual(dims)
        ? value.Changed
        : value.Moved(dims) with { IsScale = IsScale(value) };

    /// <summary>True for a number, or numbers that follow from one and constants.</summary>
    private static bool IsScale(GraphValue value) => value.IsScale || value.Count == 1;

    private static GraphValue Constant(NodeScope scope, GraphValue left, GraphValue right, long[] dims)
    {
        // A scaled tensor is stored once, whatever its scale: its identity is that of the larger operand.
        GraphValue stored = right.Count > left.Count ? right : left;
        return new GraphValue(dims)
        {
            Constant = true,
            Data = FoldedArithmetic.Of(scope, [left, right], dims),
            Stored = stored.Dims.SequenceEqual(dims) ? stored.Stored : new object(),
        };
    }

    /// <summary>True when only the gate and this product read the gated tensor.</summary>
    private static bool IsGate(NodeScope scope, int gated, int gate) =>
        scope.Input(gated).Fusable && scope.Uses(gated) == 2 && scope.Uses(gate) == 1;

    private static long[] Shape(NodeScope scope, GraphValue left, GraphValue right) => Broadcast.Of(left.Dims, right.Dims) is { } dims
        ? scope.Sound(dims)
        : throw GraphError.Shape(
            scope,
            $"{TensorShape.Shown(left.Dims)} and {TensorShape.Shown(right.Dims)}",
            "two tensors of one shape, or of sizes of which one is 1");

    /// <summary>The computed tensor that has the shape of the result, or its number of dimensions; otherwise the first one.</summary>
    private static GraphValue Leading(GraphValue[] inputs, long[] dims) =>
        inputs.FirstOrDefault(input => !input.Constant && input.Dims.SequenceEqual(dims))
            ?? inputs.FirstOrDefault(input => !input.Constant && input.Dims.Count == dims.Length)
            ?? inputs[0];

    /// <summary>
    /// True when a sum can be fused: the convolution adds the operand while it stores its output, so the operand must exist before it.
    /// </summary>
    private static bool CanFuse(NodeScope scope, GraphValue sum, GraphValue other) =>
        sum.Fusable && other.Layer < sum.Layer && scope.Layers.Rows[sum.Layer] is { Kind: RowKind.Convolution, Pooling: null };

    private static GraphValue Fuse(NodeScope scope, GraphValue sum)
    {
        scope.Layers.Replace(sum.Layer, scope.Layers.Rows[sum.Layer] with { Kind = RowKind.ConvolutionWithOperand });
        return new GraphValue(sum.Dims) { Layer = sum.Layer, Fusable = true, Channel = sum.Channel };
    }

    private static GraphValue Alone(NodeScope scope, GraphValue leading, long[] dims, int after)
    {
        GraphValue result = new(dims) { Layer = after, Channel = Math.Clamp(leading.Channel, 1, Math.Max(1, dims.Length - 1)) };
        if (result.Count == 0)
            return result;
        MapShape map = MapShape.Of(result, scope.Batch);
        LayerRow row = new()
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.Elementwise,
            Channels = scope.Size("c", map.Channels),
            Height = scope.Size("h", map.Height),
            Width = scope.Size("w", map.Width),
            Filters = (int)map.Channels,
            ZeroPadding = true,
        };
        return result with { Layer = Math.Max(after, scope.Layers.Add(scope, row, null)) };
    }
}
