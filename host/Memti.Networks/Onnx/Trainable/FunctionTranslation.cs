using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Functions of single values, and of two.</summary>
internal static class FunctionTranslation
{
    public static Action<TrainableNode> Activate(ActivationFunction function, double alpha = 0, double beta = 0) => node =>
        node.Give(
            new Activation(
                function,
                alpha == 0 ? 0 : node.Real("alpha", alpha),
                beta == 0 ? 0 : node.Real("beta", beta)),
            node.Value(0).Name);

    public static void Clip(TrainableNode node)
    {
        double least = node.Real(1, "min", double.NegativeInfinity);
        double most = node.Real(2, "max", double.PositiveInfinity);
        if (double.IsNaN(least) || double.IsNaN(most) || least > most)
            throw node.Refuse("bounds that cross", "'min' up to 'max'");
        node.Give(new Activation(ActivationFunction.Clip, least, most), node.Value(0).Name);
    }

    public static void Gelu(TrainableNode node)
    {
        if (node.Scope.Text("approximate", "none") != "none")
            throw node.Refuse("an approximated Gelu", "'approximate' of none");
        node.Give(new Activation(ActivationFunction.Gelu), node.Value(0).Name);
    }

    public static void Softmax(TrainableNode node)
    {
        int rank = node.Value(0).Dims.Count;
        // Without an axis, older operator sets take all axes from 1 on together, newer ones the last: the same for two dimensions.
        int axis = node.Axis(node.Scope.Attribute("axis")?.Whole ?? (rank == 2 ? 1 : 0), rank);
        if (axis != rank - 2)
            throw node.Refuse("a Softmax along another axis than the last", "the last axis");
        node.Give(new Softmax(axis), node.Value(0).Name);
    }

    public static Action<TrainableNode> Combine(ArithmeticFunction function) => node => Combine(node, function);

    private static void Combine(TrainableNode node, ArithmeticFunction function)
    {
        if (node.InputCount == 1)
        {
            node.Pass(node.Value(0));
            return;
        }

        if (function == ArithmeticFunction.Add && node.InputCount == 2 && BecomesBias(node))
            return;
        int rank = Enumerable.Range(0, node.InputCount).Max(index => node.Input(index).Dims.Count);
        string sum = Operand(node, 0, rank, function);
        for (int index = 1; index < node.InputCount; index++)
        {
            string[] both = [sum, Operand(node, index, rank, function)];
            if (index < node.InputCount - 1)
                sum = node.Between(new Arithmetic(function), both, node.Shape(0));
            else
                node.Give(new Arithmetic(function), both);
        }
    }

    /// <summary>The sum of a matrix product and a stored row is a fully connected layer with bias.</summary>
    private static bool BecomesBias(TrainableNode node)
    {
        int constant = node.Input(0).IsConstant ? 0 : 1;
        (TracedValue value, TracedValue bias) = (node.Input(1 - constant), node.Input(constant));
        int outputs = (int)(value.Dims.Count > 0 ? value.Dims[^1] : 0);
        if (value.IsConstant || !bias.IsConstant || node.Scope.Uses(1 - constant) != 1)
            return false;
        if (bias.Dims.Count == 0 || bias.Dims[^1] != outputs || bias.Dims.SkipLast(1).Any(static size => size != 1))
            return false;
        if (node.Draft.Giver(value.Name) is not { Operation: FullyConnected, Inputs.Count: 2 })
            return false;
        node.ExtendGiver(value, node.Parameter(constant, ParameterRole.Bias, outputs));
        return true;
    }

    private static string Operand(TrainableNode node, int index, int rank, ArithmeticFunction function)
    {
        TracedValue input = node.Input(index);
        if (!input.IsConstant)
            return input.Dims.Count == rank
                ? input.Name
                : throw node.Refuse("operands of different numbers of dimensions", "operands of equal shapes, or with sizes of 1");
        bool isSingle = input.Dims.All(static size => size == 1);
        if (isSingle)
            return node.Parameter(index, ParameterRole.Constant);
        // The batch comes first and is not repeated; what a constant leaves out in front is 1.
        long[] full = [.. Enumerable.Repeat(1L, rank - input.Dims.Count), .. input.Dims];
        if (full[0] != 1)
            throw node.Refuse("a constant with a batch", "constants for one frame");
        bool isBias = function is ArithmeticFunction.Add or ArithmeticFunction.Subtract;
        return node.Parameter(
            index, isBias ? ParameterRole.Bias : ParameterRole.Constant, [.. full.Skip(1).Select(static size => (int)size)]);
    }
}
