using Memti.Abstractions.Diagnostics;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;

namespace Memti.Networks.Onnx.Operators;

/// <summary>The operators that are supported.</summary>
internal static class OperatorTable
{
    /// <summary>Domain of the operators that ONNX Runtime adds.</summary>
    private const string Runtime = "com.microsoft";

    private static readonly string[] QuantDomains =
        ["qonnx.custom_op.general", "finn.custom_op.general", "onnx.brevitas", OnnxNode.ChannelsLast, "finn.dev", "brevitas"];

    private static readonly Dictionary<string, OperatorEntry> Layers = new(StringComparer.Ordinal)
    {
        ["Conv"] = OperatorEntry.Layer(ConvolutionOperator.Plain),
        ["ConvInteger"] = OperatorEntry.Layer(ConvolutionOperator.Plain),
        ["QLinearConv"] = OperatorEntry.Layer(ConvolutionOperator.Quantised),
        ["ConvTranspose"] = OperatorEntry.Layer(TransposedConvolutionOperator.Apply),
        ["Gemm"] = OperatorEntry.Layer(ConnectionOperator.Gemm),
        ["MatMul"] = OperatorEntry.Layer(ConnectionOperator.MatMul),
        ["MatMulInteger"] = OperatorEntry.Layer(ConnectionOperator.MatMul),
        ["QLinearMatMul"] = OperatorEntry.Layer(ConnectionOperator.QuantisedMatMul),
    };

    private static readonly Dictionary<string, OperatorEntry> Others = new(StringComparer.Ordinal)
    {
        ["MaxPool"] = OperatorEntry.Of(PoolingOperator.Window),
        ["AveragePool"] = OperatorEntry.Of(PoolingOperator.Window),
        ["LpPool"] = OperatorEntry.Of(PoolingOperator.Window),
        ["GlobalAveragePool"] = OperatorEntry.Of(PoolingOperator.Whole),
        ["GlobalMaxPool"] = OperatorEntry.Of(PoolingOperator.Whole),
        ["GlobalLpPool"] = OperatorEntry.Of(PoolingOperator.Whole),
        ["ReduceMean"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceMax"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceMin"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceSum"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceProd"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceL1"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceL2"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceSumSquare"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceLogSumExp"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ReduceLogSum"] = OperatorEntry.Of(ReduceOperator.Apply),
        ["ArgMax"] = OperatorEntry.Of(ReduceOperator.Position),
        ["ArgMin"] = OperatorEntry.Of(ReduceOperator.Position),
        ["Add"] = OperatorEntry.Of(ArithmeticOperator.Add),
        ["Sum"] = OperatorEntry.Of(ArithmeticOperator.Add),
        ["Mean"] = OperatorEntry.Of(ArithmeticOperator.Add),
        ["Mul"] = OperatorEntry.Of(ArithmeticOperator.Other),
        ["Sub"] = OperatorEntry.Of(ArithmeticOperator.Other),
        ["Div"] = OperatorEntry.Of(ArithmeticOperator.Other),
        ["Pow"] = OperatorEntry.Of(ArithmeticOperator.Other),
        ["Min"] = OperatorEntry.Of(ArithmeticOperator.Other),
        ["Max"] = OperatorEntry.Of(ArithmeticOperator.Other),
        ["Mod"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Equal"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Less"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["LessOrEqual"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Greater"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["GreaterOrEqual"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["And"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Or"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Xor"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Where"] = OperatorEntry.Of(ArithmeticOperator.Compare),
        ["Concat"] = OperatorEntry.Of(JoinOperator.Concat),
        ["Flatten"] = OperatorEntry.Of(LayoutOperator.Flatten),
        ["Reshape"] = OperatorEntry.Of(LayoutOperator.Reshape),
        ["Squeeze"] = OperatorEntry.Of(LayoutOperator.Squeeze),
        ["Unsqueeze"] = OperatorEntry.Of(LayoutOperator.Unsqueeze),
        ["Transpose"] = OperatorEntry.Of(LayoutOperator.Transpose),
        ["Expand"] = OperatorEntry.Of(LayoutOperator.Expand),
        ["Tile"] = OperatorEntry.Of(LayoutOperator.Tile),
        ["Slice"] = OperatorEntry.Of(CutOperator.Slice),
        ["Split"] = OperatorEntry.Many(CutOperator.Split),
        ["Gather"] = OperatorEntry.Of(CutOperator.Gather),
        ["GatherElements"] = OperatorEntry.Of(CutOperator.GatherElements),
        ["GatherND"] = OperatorEntry.Of(CutOperator.GatherMany),
        ["TopK"] = OperatorEntry.Many(CutOperator.Top),
        ["Resize"] = OperatorEntry.Of(ResizeOperator.Resize),
        ["Upsample"] = OperatorEntry.Of(ResizeOperator.Resize),
        ["Pad"] = OperatorEntry.Of(ResizeOperator.Pad),
        ["DepthToSpace"] = OperatorEntry.Of(ResizeOperator.Shuffle),
        ["SpaceToDepth"] = OperatorEntry.Of(ResizeOperator.Shuffle),
        ["Constant"] = OperatorEntry.Of(ConstantOperator.Stated),
        ["ConstantOfShape"] = OperatorEntry.Of(ConstantOperator.Filled),
        ["Shape"] = OperatorEntry.Of(ConstantOperator.Shape),
        ["Size"] = OperatorEntry.Of(ConstantOperator.Size),
        ["Range"] = OperatorEntry.Of(ConstantOperator.Range),
        ["NonZero"] = OperatorEntry.Of(ConstantOperator.NonZero),
        ["Cast"] = OperatorEntry.Of(ConstantOperator.Cast),
        ["CastLike"] = OperatorEntry.Of(ConstantOperator.Cast),
        ["Identity"] = OperatorEntry.Of(static scope => scope.Same(0)),
        ["Dropout"] = OperatorEntry.Of(static scope => scope.Same(0)),
        ["DynamicQuantizeLinear"] = OperatorEntry.Many(static scope => [scope.Passed(0), Scalar(scope), Scalar(scope)]),
    };

    // Folded into the weights, applied on the way out of the engine or (Softmax, norms over a map) left to units that are not modelled.
    private static readonly string[] Passed =
    [
        "BatchNormalization", "LayerNormalization", "InstanceNormalization", "GroupNormalization", "MeanVarianceNormalization",
        "LpNormalization", "RMSNormalization", "LRN", "Softmax", "LogSoftmax", "Hardmax",
        "LeakyRelu", "PRelu", "Clip", "Elu", "Selu", "Celu", "Sigmoid", "HardSigmoid", "HardSwish", "Swish", "Tanh", "Softplus", "Softsign",
        "ThresholdedRelu", "Mish", "Gelu", "Shrink", "Erf", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "IsNaN", "IsInf",
        "QuantizeLinear", "DequantizeLinear", "Trilu", "CumSum", "EyeLike", "ScatterND", "ScatterElements", "Scatter", "ReverseSequence",
        "RandomNormalLike", "RandomUniformLike", "Bernoulli", "ImageScaler", "Affine", "ScaledTanh", "ParametricSoftplus",
    ];

    private static readonly Dictionary<string, OperatorEntry> OfRuntime = new(StringComparer.Ordinal)
    {
        ["FusedConv"] = OperatorEntry.Layer(ConvolutionOperator.Fused),
        ["NhwcFusedConv"] = OperatorEntry.Layer(ConvolutionOperator.Fused),
        ["QLinearConv"] = OperatorEntry.Layer(ConvolutionOperator.Quantised),
        ["FusedGemm"] = OperatorEntry.Layer(ConnectionOperator.Gemm),
        ["FusedMatMul"] = OperatorEntry.Layer(ConnectionOperator.MatMul),
        ["QGemm"] = OperatorEntry.Layer(ConnectionOperator.QuantisedGemm),
        ["MatMulIntegerToFloat"] = OperatorEntry.Layer(ConnectionOperator.MatMul),
        ["DynamicQuantizeMatMul"] = OperatorEntry.Layer(ConnectionOperator.MatMul),
        ["MatMulNBits"] = OperatorEntry.Layer(ConnectionOperator.Packed),
        ["QLinearAdd"] = OperatorEntry.Of(static scope => ArithmeticOperator.Add(scope.Only(0, 3))),
        ["QLinearMul"] = OperatorEntry.Of(static scope => ArithmeticOperator.Other(scope.Only(0, 3))),
        ["QLinearReduceMean"] = OperatorEntry.Of(static scope => ReduceOperator.Apply(scope.Only(0))),
        ["QLinearConcat"] = OperatorEntry.Of(JoinOperator.Quantised),
        ["QLinearAveragePool"] = OperatorEntry.Of(PoolingOperator.Window),
        ["QLinearGlobalAveragePool"] = OperatorEntry.Of(PoolingOperator.Whole),
        ["NhwcMaxPool"] = OperatorEntry.Of(PoolingOperator.Window),
    };

    private static readonly string[] PassedOfRuntime =
    [
        "QuantizeLinear", "DequantizeLinear", "QLinearLeakyRelu", "QLinearSigmoid", "QLinearSoftmax", "Gelu", "FastGelu", "QuickGelu",
        "BiasGelu", "SimplifiedLayerNormalization",
    ];

    // Quantisers of QONNX, Brevitas and FINN, and what marks a place in a graph.
    private static readonly string[] PassedOfQuantisers =
        ["Quant", "IntQuant", "FloatQuant", "BipolarQuant", "Trunc", "MultiThreshold", "DebugMarker"];

    private static readonly Dictionary<string, OperatorEntry> OfQuantisers = new(StringComparer.Ordinal)
    {
        ["Im2Col"] = OperatorEntry.Of(PatchOperator.Unfold),
        ["MaxPoolNHWC"] = OperatorEntry.Of(PoolingOperator.Window),
        ["QuantAvgPool2d"] = OperatorEntry.Of(PatchOperator.Average),
        ["XnorPopcountMatMul"] = OperatorEntry.Layer(ConnectionOperator.MatMul),
    };

    // Operators of ONNX that QONNX turns to channels last.
    private static readonly string[] Turned = ["Conv", "MaxPool", "AveragePool", "BatchNormalization"];

    // Steps around a classifier of scikit-learn that hold no weights.
    private static readonly string[] PassedOfLearning = ["Scaler", "Imputer", "Normalizer", "Binarizer"];

    /// <summary>
    /// Operators that compute with weights of their own and are not supported: never left out, not even behind the last layer.
    /// </summary>
    private static readonly HashSet<string> WithWeights = new(StringComparer.Ordinal)
    {
        "RNN", "LSTM", "GRU", "Einsum", "DeformConv", "Attention", "MultiHeadAttention", "GroupQueryAttention", "QAttention",
        "EmbedLayerNormalization", "QEmbedLayerNormalization", "DynamicQuantizeLSTM", "QLSTM", "TreeEnsemble", "TreeEnsembleClassifier",
        "TreeEnsembleRegressor", "SVMClassifier", "SVMRegressor", "LinearClassifier", "LinearRegressor",
    };

    /// <summary>The names of all operators, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Layers.Keys.Concat(Others.Keys).Concat(Passed).Concat(FoldedArithmetic.Unary).Concat(OfRuntime.Keys).Concat(PassedOfRuntime)
            .Concat(PassedOfQuantisers)
            .Concat(OfQuantisers.Keys)
            .Concat(PassedOfLearning)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>What is done with a node; null when its operator is not supported.</summary>
    public static OperatorEntry? Find(OnnxNode node) => node switch
    {
        { IsStandard: true } => Standard(node.Operator),
        { Domain: Runtime } => OfRuntime.GetValueOrDefault(node.Operator) ?? PassedIn(PassedOfRuntime, node.Operator),
        { Domain: "ai.onnx.ml" } => PassedIn(PassedOfLearning, node.Operator),
        { IsChannelsLast: true } when Turned.Contains(node.Operator) => Standard(node.Operator),
        _ => QuantDomains.Contains(node.Domain)
            ? OfQuantisers.GetValueOrDefault(node.Operator) ?? PassedIn(PassedOfQuantisers, node.Operator)
            : null,
    };

    /// <summary>True for an operator that multiplies with weights, supported or not.</summary>
    public static bool Multiplies(OnnxNode node) => WithWeights.Contains(node.Operator) || Find(node) is { Multiplies: true };

    /// <summary>The error for an operator that is not supported.</summary>
    public static MemtiException Refusal(NodeScope scope) => GraphError.Operator(
        scope,
        $"operator {scope.Node.ShownOperator}",
        $"{string.Join(", ", Layers.Keys.Order(StringComparer.Ordinal))} and others (docs/network-format.md), or a layer table in place "
            + "of the graph");

    private static OperatorEntry? Standard(string name)
    {
        if (Layers.TryGetValue(name, out OperatorEntry? entry) || Others.TryGetValue(name, out entry))
            return entry;
        return FoldedArithmetic.Unary.Contains(name) ? OperatorEntry.Of(FoldedArithmetic.One) : PassedIn(Passed, name);
    }

    private static OperatorEntry? PassedIn(string[] names, string name) =>
        names.Contains(name) ? OperatorEntry.Of(static scope => scope.Passed(0)) : null;

    /// <summary>A number that is computed from a tensor, such as its scale.</summary>
    private static GraphValue Scalar(NodeScope scope) => new([]) { Layer = scope.Input(0).Layer, IsScale = true };
}
