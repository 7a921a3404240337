using Memti.Networks.Layers;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>
/// Element-wise operators. An operation with a constant is folded away; a sum of two computed tensors is fused into the later convolution.
/// </summary>
internal static class ArithmeticOperator
{
    public static GraphValue Add(NodeScope scope)
    {
        if (scope.InputCount != 2)
            throw GraphError.Operator(scope.Node, $"{scope.Node.Operator} of other than two tensors", "two tensors");
        return Constant(scope) is { } passed ? passed : AddComputed(scope);
    }

    /// <summary>A scale by a constant, or a tensor gated by an activation of itself, as in x * sigmoid(x).</summary>
    public static GraphValue Multiply(NodeScope scope)
    {
        if (Constant(scope) is { } passed)
            return passed;
        (GraphValue left, GraphValue right) = (scope.Input(0), scope.Input(1));
        if (!ReferenceEquals(left.Stored, right.Stored) || !left.Dims.SequenceEqual(right.Dims))
            throw GraphError.Operator(
                scope.Node, "Mul of two computed tensors", "a constant on one side, or a tensor gated by an activation of itself");
        return left with { Fusable = IsGate(scope, 0, 1) || IsGate(scope, 1, 0) };
    }

    /// <summary>True when only the gate and this product read the gated tensor.</summary>
    private static bool IsGate(NodeScope scope, int gated, int gate) =>
        scope.Input(gated).Fusable && scope.Uses(gated) == 2 && scope.Uses(gate) == 1;

    /// <summary>Sub and Div, which are supported only with a constant.</summary>
    public static GraphValue WithConstant(NodeScope scope) => Constant(scope)
        ?? throw GraphError.Operator(scope.Node, $"{scope.Node.Operator} of two computed tensors", "a constant on one side");

    /// <summary>
    /// The computed input when the other is a constant that does not enlarge it by broadcasting; null when both are computed.
    /// </summary>
    private static GraphValue? Constant(NodeScope scope)
    {
        (GraphValue left, GraphValue right) = (scope.Input(0), scope.Input(1));
        if (left.Constant && right.Constant)
            throw GraphError.Operator(scope.Node, $"{scope.Node.Operator} of two constants", "at least one computed tensor");
        if (!left.Constant && !right.Constant)
            return null;
        (int computed, GraphValue constant) = left.Constant ? (1, left) : (0, right);
        if (!FitsInto(constant.Dims, scope.Input(computed).Dims))
            throw GraphError.Shape(
                scope.Node,
                $"{TensorShape.Shown(left.Dims)} and {TensorShape.Shown(right.Dims)}",
                "a constant that the other tensor need not be repeated for");
        return scope.Passed(computed);
    }

    private static bool FitsInto(IReadOnlyList<long> constant, IReadOnlyList<long> dims)
    {
        // Leading dimensions of 1 change no shape; only the trailing ones are broadcast against the tensor.
        if (constant.Count > dims.Count)
            return constant.SkipLast(dims.Count).All(static dimension => dimension == 1)
                && FitsInto([.. constant.TakeLast(dims.Count)], dims);
        return constant.Zip(dims.TakeLast(constant.Count), static (one, other) => one == 1 || one == other).All(static fits => fits);
    }

    private static GraphValue AddComputed(NodeScope scope)
    {
        (GraphValue left, GraphValue right) = (scope.Input(0), scope.Input(1));
        if (!left.Dims.SequenceEqual(right.Dims))
            throw GraphError.Shape(
                scope.Node, $"{TensorShape.Shown(left.Dims)} and {TensorShape.Shown(right.Dims)}", "two tensors of one shape");
        if (CanFuse(scope, 0, right) || CanFuse(scope, 1, left))
            // The later layer adds: when it runs, the output of the earlier one exists.
            return Fuse(scope, left.Layer > right.Layer ? left : right);
        return AddAlone(scope, left, Math.Max(left.Layer, right.Layer));
    }

    /// <summary>
    /// True when a sum can be fused: the convolution adds the operand while it stores its output, so the operand must exist before it.
    /// </summary>
    private static bool CanFuse(NodeScope scope, int index, GraphValue other) =>
        scope.MayFuse(index)
            && other.Layer < scope.Input(index).Layer
            && scope.Layers.Rows[scope.Input(index).Layer] is { Kind: RowKind.Convolution, Pooling: null };

    private static GraphValue Fuse(NodeScope scope, GraphValue sum)
    {
        scope.Layers.Replace(sum.Layer, scope.Layers.Rows[sum.Layer] with { Kind = RowKind.ConvolutionWithOperand });
        return new GraphValue(sum.Dims) { Layer = sum.Layer, Fusable = true };
    }

    private static GraphValue AddAlone(NodeScope scope, GraphValue operand, int after)
    {
        (long channels, long height, long width) = operand.Dims switch
        {
            [1, > 0, > 0, > 0] => (operand.Dims[1], operand.Dims[2], operand.Dims[3]),
            [1, > 0] => (operand.Dims[1], 1, 1),
            _ => throw GraphError.Shape(scope.Node, $"operands of {TensorShape.Shown(operand.Dims)}", "feature maps, or rows of values"),
        };
        LayerRow row = new()
        {
            Name = LayerName.Of(scope.Node),
            Kind = RowKind.Elementwise,
            Channels = scope.Size("c", channels),
            Height = scope.Size("h", height),
            Width = scope.Size("w", width),
            Filters = (int)channels,
            ZeroPadding = true,
        };
        return new GraphValue(operand.Dims) { Layer = Math.Max(after, scope.Layers.Add(scope.Node, row, null)) };
    }
}
