using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Operators that make constants: stated ones, and those that follow from shapes.</summary>
internal static class ConstantOperator
{
    public static GraphValue Stated(NodeScope scope)
    {
        if ((scope.Attribute("value") ?? scope.Attribute("sparse_value"))?.Tensor is { } tensor)
            return TensorShape.Constant(tensor, scope.Node.Shown);
        if (scope.Attribute("value_ints") is { } wholes)
            return Of(scope, [wholes.Wholes.Count], ElementType.Int64, [.. wholes.Wholes]);
        if (scope.Attribute("value_int") is { } whole)
            return Of(scope, [], ElementType.Int64, [whole.Whole]);
        if (scope.Attribute("value_floats") is { } reals)
            return Of(scope, [reals.Reals.Count], ElementType.Float, [.. reals.Reals]);
        if (scope.Attribute("value_float") is { } real)
            return Of(scope, [], ElementType.Float, [real.Real]);
        if (scope.Attribute("value_strings") is { } texts)
            return new GraphValue([texts.Texts]) { Constant = true };
        if (scope.Attribute("value_string") is not null)
            return new GraphValue([]) { Constant = true };
        throw GraphError.Operator(
            scope, "a Constant of another form", "value, sparse_value, value_int(s), value_float(s), value_string(s)");
    }

    /// <summary>The shape of a tensor, or a part of it, as a constant.</summary>
    public static GraphValue Shape(NodeScope scope)
    {
        IReadOnlyList<long> dims = scope.Input(0).Dims;
        int start = Bound(scope.Whole("start", 0), dims.Count);
        int end = Bound(scope.Whole("end", dims.Count), dims.Count);
        long[] part = end > start ? [.. dims.Skip(start).Take(end - start)] : [];
        return Of(scope, [part.Length], ElementType.Int64, part);
    }

    public static GraphValue Size(NodeScope scope) => Of(scope, [], ElementType.Int64, [scope.Input(0).Count]);

    public static GraphValue Filled(NodeScope scope)
    {
        long[] dims = scope.Sound(scope.Numbers(0, "shape").Wholes);
        OnnxTensor? value = scope.Attribute("value")?.Tensor;
        GraphValue made = new(dims) { Constant = true };
        int type = value?.Type ?? ElementType.Float;
        return value is null or { Values.Count: 1 }
            ? made with
            {
                Data = scope.State.Keep(type, made.Count, () => [.. Enumerable.Repeat(value?.Values![0] ?? 0, (int)made.Count)]),
            }
            : made;
    }

    public static GraphValue Range(NodeScope scope)
    {
        TensorData first = scope.Numbers(0, "start");
        double[] bounds = [Single(scope, 0), Single(scope, 1), Single(scope, 2)];
        double count = Math.Max(0, Math.Ceiling((bounds[1] - bounds[0]) / bounds[2]));
        if (!double.IsFinite(count))
            throw GraphError.Shape(scope, "a step of 0", "other steps");
        long[] dims = scope.Sound([(long)Math.Min(count, long.MaxValue)]);
        return new GraphValue(dims)
        {
            Constant = true,
            Data = scope.State.Keep(
                first.Type,
                dims[0],
                () => [.. Enumerable.Range(0, (int)dims[0]).Select(index => bounds[0] + (index * bounds[2]))]),
        };
    }

    /// <summary>Places of the values of a constant that are not 0.</summary>
    public static GraphValue NonZero(NodeScope scope)
    {
        GraphValue input = scope.Input(0);
        TensorData data = scope.Numbers(0, "input");
        int[] places = [.. Enumerable.Range(0, data.Values.Count).Where(index => data.Values[index] != 0)];
        double[] indices = new double[places.Length * input.Dims.Count];
        long step = 1;
        for (int axis = input.Dims.Count - 1; axis >= 0; axis--)
        {
            for (int index = 0; index < places.Length; index++)
                indices[(axis * places.Length) + index] = places[index] / step % input.Dims[axis];
            step *= input.Dims[axis];
        }

        return Of(scope, [input.Dims.Count, places.Length], ElementType.Int64, indices);
    }

    /// <summary>Another type for the same values.</summary>
    public static GraphValue Cast(NodeScope scope)
    {
        GraphValue same = scope.Same(0);
        if (same.Data is not { } data)
            return same;
        // CastLike takes the type of its second input, and before operator set 6 the type was a word.
        int type = scope.Node.Operator == "CastLike"
            ? scope.Optional(1)?.Data?.Type ?? ElementType.Float
            : scope.Attribute("to") is { Text: "INT64" or "INT32" } ? ElementType.Int64 : (int)scope.Whole("to", ElementType.Float);
        return same with
        {
            Data = scope.State.Keep(
                type, data.Values.Count, () => [.. data.Values.Select(value => ElementType.Rounded(type, value))]),
        };
    }

    private static double Single(NodeScope scope, int index) => scope.Numbers(index, "bounds").Values is [var value]
        ? value
        : throw GraphError.Shape(scope, "bounds of several numbers", "single numbers");

    private static int Bound(long index, int rank) => (int)Math.Clamp(index < 0 ? index + rank : index, 0, rank);

    private static GraphValue Of(NodeScope scope, long[] dims, int type, double[] values) =>
        new(dims) { Constant = true, Data = scope.State.Keep(type, values.Length, () => values) };

    private static GraphValue Of(NodeScope scope, long[] dims, int type, long[] values) =>
        Of(scope, dims, type, [.. values.Select(static value => (double)value)]);
}
