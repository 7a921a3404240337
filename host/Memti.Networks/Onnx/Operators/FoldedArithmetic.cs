using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>Computes operators on small constants, as exporters leave them in graphs that compute shapes.</summary>
internal static class FoldedArithmetic
{
    private static readonly Dictionary<string, Func<double, double, double>> OfTwo = new(StringComparer.Ordinal)
    {
        ["Add"] = static (left, right) => left + right,
        ["Sum"] = static (left, right) => left + right,
        ["Sub"] = static (left, right) => left - right,
        ["Mul"] = static (left, right) => left * right,
        ["Div"] = static (left, right) => left / right,
        ["Pow"] = Math.Pow,
        ["Min"] = Math.Min,
        ["Max"] = Math.Max,
        ["Mod"] = static (left, right) => left - (right * Math.Floor(left / right)),
        ["And"] = static (left, right) => Truth(left != 0 && right != 0),
        ["Or"] = static (left, right) => Truth(left != 0 || right != 0),
        ["Xor"] = static (left, right) => Truth(left != 0 != (right != 0)),
    };

    private static readonly Dictionary<string, Func<double, double, double>> Comparisons = new(StringComparer.Ordinal)
    {
        ["Equal"] = static (left, right) => Truth(left == right),
        ["Less"] = static (left, right) => Truth(left < right),
        ["LessOrEqual"] = static (left, right) => Truth(left <= right),
        ["Greater"] = static (left, right) => Truth(left > right),
        ["GreaterOrEqual"] = static (left, right) => Truth(left >= right),
    };

    private static readonly Dictionary<string, Func<double, double>> OfOne = new(StringComparer.Ordinal)
    {
        ["Neg"] = static value => -value,
        ["Abs"] = Math.Abs,
        ["Floor"] = Math.Floor,
        ["Ceil"] = Math.Ceiling,
        ["Round"] = static value => Math.Round(value, MidpointRounding.ToEven),
        ["Sqrt"] = Math.Sqrt,
        ["Exp"] = Math.Exp,
        ["Log"] = Math.Log,
        ["Reciprocal"] = static value => 1 / value,
        ["Sign"] = static value => double.IsNaN(value) ? 0 : Math.Sign(value),
        ["Not"] = static value => Truth(value == 0),
        ["Relu"] = static value => Math.Max(value, 0),
    };

    /// <summary>Operators of one tensor that are computed on constants.</summary>
    public static IEnumerable<string> Unary => OfOne.Keys;

    /// <summary>An operator of one tensor: folded for a constant, passed for a computed tensor.</summary>
    public static GraphValue One(NodeScope scope)
    {
        GraphValue passed = scope.Passed(0);
        if (scope.Input(0).Data is not { } data)
            return passed;
        Func<double, double> apply = OfOne[scope.Node.Operator];
        return passed with
        {
            Data = scope.State.Keep(
                data.Type, data.Values.Count, () => [.. data.Values.Select(value => ElementType.Rounded(data.Type, apply(value)))]),
        };
    }

    /// <summary>Values of an operator of two or three small constants; null when they are not known.</summary>
    public static TensorData? Of(NodeScope scope, IReadOnlyList<GraphValue> inputs, IReadOnlyList<long> dims)
    {
        long count = dims.Aggregate(1L, static (product, size) => product * size);
        if (inputs.Any(static input => input.Data is null))
            return null;
        string name = scope.Node.Operator;
        if (name == "Where" && inputs.Count == 3)
            return scope.State.Keep(inputs[1].Data!.Type, count, () => Chosen(inputs, dims));
        bool compares = Comparisons.TryGetValue(name, out Func<double, double, double>? apply);
        if (inputs.Count != 2 || (!compares && !OfTwo.TryGetValue(name, out apply)))
            return null;
        int type = compares ? ElementType.Boolean : inputs[0].Data!.Type;
        // A whole number over zero has no value, and the graph that asks for it none either.
        if (name is "Div" or "Mod" && !ElementType.IsReal(type) && inputs[1].Data!.Values.Contains(0))
            return null;
        return scope.State.Keep(type, count, () =>
            [.. Repeated(inputs[0], dims).Zip(
                Repeated(inputs[1], dims), (left, right) => ElementType.Rounded(type, apply!(left, right)))]);
    }

    private static double[] Chosen(IReadOnlyList<GraphValue> inputs, IReadOnlyList<long> dims)
    {
        (double[] truths, double[] one, double[] other) = (Repeated(inputs[0], dims), Repeated(inputs[1], dims), Repeated(inputs[2], dims));
        return [.. truths.Select((truth, index) => truth != 0 ? one[index] : other[index])];
    }

    private static double[] Repeated(GraphValue value, IReadOnlyList<long> dims) =>
        TensorMoves.Repeat(value.Data!.Values, value.Dims, dims);

    private static double Truth(bool value) => value ? 1 : 0;
}
