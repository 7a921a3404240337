using System.Globalization;
using Memti.Networks.Onnx.Graphs;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Operators that compute nothing: they join tensors or change their shape.</summary>
internal static class ShapeOperator
{
    public static GraphValue Constant(NodeScope scope)
    {
        string name = scope.Node.Shown;
        if (scope.Attribute("value")?.Tensor is { } tensor)
            return TensorShape.Constant(name, tensor.Dims, tensor.Values);
        if (scope.Attribute("value_ints") is { } list)
            return TensorShape.Constant(name, [list.Wholes.Count], list.Wholes);
        if (scope.Attribute("value_int") is { } number)
            return TensorShape.Constant(name, [], [number.Whole]);
        if (scope.Attribute("value_float") is not null)
            return TensorShape.Constant(name, [], null);
        throw GraphError.Operator(scope.Node, "a Constant of another form", "value, value_int, value_ints, value_float");
    }

    public static GraphValue Concat(NodeScope scope)
    {
        if (scope.InputCount == 0)
            throw GraphError.Shape(scope.Node, "nothing to join", "at least one input");
        GraphValue[] inputs = [.. Enumerable.Range(0, scope.InputCount).Select(scope.Input)];
        GraphValue first = inputs[0];
        int axis = Axis(scope, scope.Whole("axis", 1), first.Dims.Count - 1);
        long[] dims = [.. first.Dims];
        foreach (GraphValue other in inputs.Skip(1))
            dims[axis] = Joined(scope, dims, other.Dims, axis);
        bool constant = inputs.All(static input => input.Constant);
        return new GraphValue(Sound(scope, dims)) { Constant = constant, Layer = inputs.Max(static input => input.Layer) };
    }

    public static GraphValue Flatten(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        int axis = Axis(scope, scope.Whole("axis", 1), input.Dims.Count);
        long[] dims = [Product(input.Dims.Take(axis)), Product(input.Dims.Skip(axis))];
        return Renamed(input, Sound(scope, dims));
    }

    public static GraphValue Reshape(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        IReadOnlyList<long> shape = scope.Optional(1)?.Values ?? (scope.Optional(1) is null ? scope.Attribute("shape")?.Wholes : null)
            ?? throw GraphError.Operator(
                scope.Node, "Reshape to a computed shape", "a shape that is a constant of at most 64 whole numbers");
        // ONNX: 0 copies the input's dimension unless allowzero is set, and one -1 takes what the others leave.
        long[] dims =
            [.. shape.Select(
                (size, axis) => size == 0 && axis < input.Dims.Count && scope.Whole("allowzero", 0) == 0 ? input.Dims[axis] : size)];
        int open = Array.IndexOf(dims, -1);
        if (open >= 0)
            dims[open] = 1;
        // Fits comes first: it bounds the product, which could overflow otherwise.
        if (open >= 0 && TensorShape.Fits(dims) && Product(dims) is > 0 and var rest && input.Count % rest == 0)
            dims[open] = input.Count / rest;
        if (!TensorShape.Fits(dims) || Product(dims) != input.Count)
            throw GraphError.Shape(
                scope.Node, $"{TensorShape.Shown(input.Dims)} to [{string.Join(", ", shape.Select(Text))}]", "a shape of as many values");
        return Renamed(input, dims);
    }

    /// <summary>
    /// The same values in another shape. A feature map of one frame that becomes a row remembers its channels, height and width.
    /// </summary>
    private static GraphValue Renamed(GraphValue input, long[] dims) => input with
    {
        Dims = dims,
        Fusable = false,
        Flattened = (input.Dims, dims) switch
        {
            ([1, > 0, > 0, > 0], [1, _]) => (input.Dims[1], input.Dims[2], input.Dims[3]),
            (_, [1, _]) => input.Flattened,
            _ => null,
        },
    };

    private static long Joined(NodeScope scope, long[] dims, IReadOnlyList<long> other, int axis)
    {
        bool fits =
            other.Count == dims.Length && Enumerable.Range(0, dims.Length).All(index => index == axis || dims[index] == other[index]);
        return fits
            ? dims[axis] + other[axis]
            : throw GraphError.Shape(
                scope.Node,
                $"{TensorShape.Shown(other)} beside {TensorShape.Shown(dims)}",
                $"tensors that differ in dimension {Text(axis)} alone");
    }

    private static long[] Sound(NodeScope scope, long[] dims) =>
        TensorShape.Fits(dims) ? dims : throw GraphError.Shape(scope.Node, $"a shape of {TensorShape.Shown(dims)}", "1e12 values in all");

    private static int Axis(NodeScope scope, long axis, int most)
    {
        int rank = scope.Input(0).Dims.Count;
        long index = axis < 0 ? axis + rank : axis;
        return index >= 0 && index <= most
            ? (int)index
            : throw GraphError.Shape(scope.Node, $"'axis' is {Text(axis)}", $"{Text(-rank)} to {Text(most)}");
    }

    private static long Product(IEnumerable<long> dims) => dims.Aggregate(1L, static (product, dimension) => product * dimension);

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(int value) => Text((long)value);
}
