using Memti.Abstractions.Diagnostics;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>The operators that are supported.</summary>
internal static class OperatorTable
{
    private static readonly Dictionary<string, Func<NodeScope, GraphValue>> ByName = new(StringComparer.Ordinal)
    {
        ["Conv"] = ConvolutionOperator.Apply,
        ["Gemm"] = ConnectionOperator.Gemm,
        ["MatMul"] = ConnectionOperator.MatMul,
        ["MaxPool"] = PoolingOperator.Window,
        ["AveragePool"] = PoolingOperator.Window,
        ["GlobalAveragePool"] = PoolingOperator.Whole,
        ["GlobalMaxPool"] = PoolingOperator.Whole,
        ["Add"] = ArithmeticOperator.Add,
        ["Sum"] = ArithmeticOperator.Add,
        ["Mul"] = ArithmeticOperator.Multiply,
        ["Sub"] = ArithmeticOperator.WithConstant,
        ["Div"] = ArithmeticOperator.WithConstant,
        ["Concat"] = ShapeOperator.Concat,
        ["Flatten"] = ShapeOperator.Flatten,
        ["Reshape"] = ShapeOperator.Reshape,
        ["Constant"] = ShapeOperator.Constant,
    };

    // Folded into the weights, applied on the way out of the engine or (Softmax, LRN) left to units that are not modelled.
    private static readonly string[] Passed =
    [
        "BatchNormalization",
        "Relu", "LeakyRelu", "PRelu", "Clip", "Elu", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Identity", "Dropout", "Softmax",
        "LogSoftmax", "LRN",
    ];

    /// <summary>The names of all operators, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Concat(Passed).Order(StringComparer.Ordinal)];

    /// <summary>Computes the first output of a node and adds its layer, if any.</summary>
    /// <exception cref="MemtiException">The operator is not supported or does not accept its inputs.</exception>
    public static GraphValue Apply(NodeScope scope)
    {
        OnnxNode node = scope.Node;
        bool isStandard = node.Domain is "" or "ai.onnx";
        if (isStandard && ByName.TryGetValue(node.Operator, out Func<NodeScope, GraphValue>? apply))
            return apply(scope);
        if (isStandard && Passed.Contains(node.Operator))
            return scope.Passed(0);
        throw GraphError.Operator(node, $"operator {(isStandard ? "" : node.Domain + ".")}{node.Operator}", string.Join(", ", Names));
    }
}
