using Memti.Abstractions.Graphs.Operations;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>The operators that can be trained.</summary>
internal static class TranslationTable
{
    private static readonly Dictionary<string, Action<TrainableNode>> Operators = new(StringComparer.Ordinal)
    {
        ["Conv"] = WeightTranslation.Convolve,
        ["Gemm"] = WeightTranslation.Multiply,
        ["MatMul"] = WeightTranslation.MultiplyMatrix,
        ["BatchNormalization"] = WeightTranslation.Normalise,
        ["MaxPool"] = WindowTranslation.PoolMaximum,
        ["AveragePool"] = WindowTranslation.PoolAverage,
        ["GlobalMaxPool"] = WindowTranslation.PoolAllMaximum,
        ["GlobalAveragePool"] = WindowTranslation.PoolAllAverage,
        ["ReduceMax"] = WindowTranslation.ReduceMaximum,
        ["ReduceMean"] = WindowTranslation.ReduceAverage,
        ["LRN"] = WindowTranslation.NormaliseLocally,
        ["Relu"] = FunctionTranslation.Activate(ActivationFunction.Relu),
        ["Clip"] = FunctionTranslation.Clip,
        // Defaults of ONNX.
        ["LeakyRelu"] = FunctionTranslation.Activate(ActivationFunction.LeakyRelu, 0.01),
        ["Elu"] = FunctionTranslation.Activate(ActivationFunction.Elu, 1),
        ["Sigmoid"] = FunctionTranslation.Activate(ActivationFunction.Sigmoid),
        ["HardSigmoid"] = FunctionTranslation.Activate(ActivationFunction.HardSigmoid, 0.2, 0.5),
        ["HardSwish"] = FunctionTranslation.Activate(ActivationFunction.HardSwish),
        ["Tanh"] = FunctionTranslation.Activate(ActivationFunction.Tanh),
        ["Softplus"] = FunctionTranslation.Activate(ActivationFunction.Softplus),
        ["Gelu"] = FunctionTranslation.Gelu,
        ["Softmax"] = FunctionTranslation.Softmax,
        ["Add"] = FunctionTranslation.Combine(ArithmeticFunction.Add),
        ["Sum"] = FunctionTranslation.Combine(ArithmeticFunction.Add),
        ["Sub"] = FunctionTranslation.Combine(ArithmeticFunction.Subtract),
        ["Mul"] = FunctionTranslation.Combine(ArithmeticFunction.Multiply),
        ["Div"] = FunctionTranslation.Combine(ArithmeticFunction.Divide),
        ["Max"] = FunctionTranslation.Combine(ArithmeticFunction.Maximum),
        ["Min"] = FunctionTranslation.Combine(ArithmeticFunction.Minimum),
        ["Flatten"] = LayoutTranslation.Reshape,
        ["Reshape"] = LayoutTranslation.Reshape,
        ["Squeeze"] = LayoutTranslation.Reshape,
        ["Unsqueeze"] = LayoutTranslation.Reshape,
        ["Transpose"] = LayoutTranslation.Transpose,
        ["Concat"] = LayoutTranslation.Concat,
        ["Slice"] = LayoutTranslation.Slice,
        ["Split"] = LayoutTranslation.Split,
        ["Pad"] = LayoutTranslation.Pad,
        ["Resize"] = LayoutTranslation.Resize,
        ["Upsample"] = LayoutTranslation.Resize,
        // Training keeps the network as it infers: a dropout of the file is left out.
        ["Identity"] = static node => node.Pass(node.Value(0)),
        ["Dropout"] = static node => node.Pass(node.Value(0)),
        ["Cast"] = static node => node.Pass(node.Value(0)),
    };

    /// <summary>The names of the operators, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Operators.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Turns a node into nodes of the graph.</summary>
    /// <exception cref="Memti.Abstractions.Diagnostics.MemtiException">It cannot be trained.</exception>
    public static void Apply(TrainableNode node)
    {
        OnnxNode stated = node.Node;
        if (!stated.IsStandard || !Operators.TryGetValue(stated.Operator, out Action<TrainableNode>? translate))
            throw node.Refuse(
                $"operator {stated.ShownOperator}",
                $"{string.Join(", ", Names)}; export the network without it, or with functions and branches in place");
        translate(node);
    }
}
