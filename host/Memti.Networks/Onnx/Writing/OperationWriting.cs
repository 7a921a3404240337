using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using static Memti.Networks.Onnx.Writing.OnnxMessage;

namespace Memti.Networks.Onnx.Writing;

/// <summary>Writes the operations of a graph as operators of ONNX's operator set 17. The batch is axis 0 there.</summary>
internal static class OperationWriting
{
    /// <summary>Writes a node.</summary>
    public static void Write(OnnxGraphMessage graph, GraphNode node)
    {
        switch (node.Operation)
        {
            case Convolution convolution: Put(graph, node, "Conv", Attributes(convolution)); break;
            case FullyConnected: Connect(graph, node); break;
            case BatchNormalisation norm:
                Put(graph, node, "BatchNormalization", Attribute("epsilon", norm.Epsilon), Attribute("momentum", 1 - norm.Momentum));
                break;
            case Activation activation: Activate(graph, node, activation); break;
            case Arithmetic arithmetic: Put(graph, node, Operator(arithmetic.Function)); break;
            case Pooling pooling: Put(graph, node, $"{Word(pooling.Function)}Pool", Attributes(pooling)); break;
            case Reduction reduction: Reduce(graph, node, reduction); break;
            case Reshaping: Reshape(graph, node); break;
            case Transposition transposition:
                Put(graph, node, "Transpose", Attribute("perm", [0, .. transposition.Order.Select(static axis => axis + 1)]));
                break;
            case Concatenation concatenation: Put(graph, node, "Concat", Attribute("axis", concatenation.Axis + 1L)); break;
            case Slicing slicing: Slice(graph, node, slicing); break;
            case Surrounding surrounding: Surround(graph, node, surrounding); break;
            case Enlargement enlargement: Enlarge(graph, node, enlargement); break;
            case Softmax softmax: Put(graph, node, "Softmax", Attribute("axis", softmax.Axis + 1L)); break;
            case LocalResponseNormalisation norm:
                Put(
                    graph, node, "LRN", Attribute("size", (long)norm.Size), Attribute("alpha", norm.Alpha), Attribute("beta", norm.Beta),
                    Attribute("bias", norm.Bias));
                break;
            default: throw new ArgumentException($"'{node.Name}' has an operation that ONNX is not known to have.", nameof(node));
        }
    }

    private static void Put(OnnxGraphMessage graph, GraphNode node, string type, params IReadOnlyList<OnnxMessage> attributes) =>
        graph.Add(node.Name, type, node.Inputs, node.Output, attributes);

    private static IReadOnlyList<OnnxMessage> Attributes(Convolution convolution) =>
    [
        Attribute("strides", [convolution.StrideHeight, convolution.StrideWidth]),
        Attribute("dilations", [convolution.DilationHeight, convolution.DilationWidth]),
        Attribute("group", (long)convolution.Groups),
        Pads(convolution.Padding),
    ];

    private static IReadOnlyList<OnnxMessage> Attributes(Pooling pooling)
    {
        OnnxMessage[] both =
        [
            Attribute("kernel_shape", [pooling.WindowHeight, pooling.WindowWidth]),
            Attribute("strides", [pooling.StrideHeight, pooling.StrideWidth]),
            Attribute("ceil_mode", pooling.RoundsUp ? 1L : 0L),
            Pads(pooling.Padding),
        ];
        // Averages have dilations from operator set 19 on, and the graph has none.
        return pooling.Function == PoolingFunction.Average
            ? [.. both, Attribute("count_include_pad", pooling.CountsPadding ? 1L : 0L)]
            : [.. both, Attribute("dilations", [pooling.DilationHeight, pooling.DilationWidth])];
    }

    private static OnnxMessage Pads(Border border) => Attribute("pads", [border.Top, border.Left, border.Bottom, border.Right]);

    private static void Connect(OnnxGraphMessage graph, GraphNode node)
    {
        if (graph.RankOf(node.Inputs[0]) == 1)
        {
            Put(graph, node, "Gemm", Attribute("transB", 1L));
            return;
        }

        string turned = graph.NewName(node.Inputs[1] + ".turned");
        graph.Add(turned, "Transpose", [node.Inputs[1]], turned, Attribute("perm", [1, 0]));
        string product = node.Inputs.Count == 2 ? node.Output : graph.NewName(node.Output + ".product");
        graph.Add(node.Name, "MatMul", [node.Inputs[0], turned], product);
        if (node.Inputs.Count > 2)
            graph.Add(product + ".bias", "Add", [product, node.Inputs[2]], node.Output);
    }

    private static void Activate(OnnxGraphMessage graph, GraphNode node, Activation activation)
    {
        (double alpha, double beta) = (activation.Alpha, activation.Beta);
        switch (activation.Function)
        {
            case ActivationFunction.Clip:
                string least = double.IsFinite(alpha) ? graph.Store(node.Name + ".min", alpha) : "";
                string most = double.IsFinite(beta) ? graph.Store(node.Name + ".max", beta) : "";
                graph.Add(node.Name, "Clip", [node.Inputs[0], least, most], node.Output);
                break;
            case ActivationFunction.LeakyRelu or ActivationFunction.Elu:
                Put(graph, node, activation.Function.ToString(), Attribute("alpha", alpha));
                break;
            case ActivationFunction.HardSigmoid:
                Put(graph, node, "HardSigmoid", Attribute("alpha", alpha), Attribute("beta", beta));
                break;
            case ActivationFunction.Swish:
                string gate = graph.NewName(node.Output + ".gate");
                graph.Add(gate, "Sigmoid", node.Inputs, gate);
                graph.Add(node.Name, "Mul", [node.Inputs[0], gate], node.Output);
                break;
            case ActivationFunction.Gelu: Gelu(graph, node); break;
            default: Put(graph, node, activation.Function.ToString()); break;
        }
    }

    // x / 2 (1 + erf(x / sqrt 2)): the operator Gelu came with operator set 20.
    private static void Gelu(OnnxGraphMessage graph, GraphNode node)
    {
        string[] steps = [.. Enumerable.Range(0, 4).Select(_ => graph.NewName(node.Output + ".gelu"))];
        graph.Add(steps[0], "Mul", [node.Inputs[0], graph.Store(node.Name + ".factor", Math.Sqrt(0.5))], steps[0]);
        graph.Add(steps[1], "Erf", [steps[0]], steps[1]);
        graph.Add(steps[2], "Add", [steps[1], graph.Store(node.Name + ".one", 1.0)], steps[2]);
        graph.Add(steps[3], "Mul", [steps[2], graph.Store(node.Name + ".half", 0.5)], steps[3]);
        graph.Add(node.Name, "Mul", [node.Inputs[0], steps[3]], node.Output);
    }

    private static void Reduce(OnnxGraphMessage graph, GraphNode node, Reduction reduction)
    {
        if (reduction is { Axes: [1, 2], KeepsAxes: true } && graph.RankOf(node.Inputs[0]) == 3)
            Put(graph, node, $"Global{Word(reduction.Function)}Pool");
        else
            Put(
                graph,
                node,
                reduction.Function == PoolingFunction.Average ? "ReduceMean" : "ReduceMax",
                Attribute("axes", [.. reduction.Axes.Select(static axis => axis + 1)]),
                Attribute("keepdims", reduction.KeepsAxes ? 1L : 0L));
    }

    // 0 takes the batch of the input.
    private static void Reshape(OnnxGraphMessage graph, GraphNode node) => graph.Add(
        node.Name,
        "Reshape",
        [node.Inputs[0], graph.Store(node.Name + ".shape", [0, .. node.Shape.Select(static size => (long)size)])],
        node.Output);

    private static void Slice(OnnxGraphMessage graph, GraphNode node, Slicing slicing)
    {
        long end = slicing.Start + ((node.Shape[slicing.Axis] - 1L) * slicing.Step) + 1;
        graph.Add(
            node.Name,
            "Slice",
            [
                node.Inputs[0],
                graph.Store(node.Name + ".start", [slicing.Start]),
                graph.Store(node.Name + ".end", [end]),
                graph.Store(node.Name + ".axis", [slicing.Axis + 1L]),
                graph.Store(node.Name + ".step", [slicing.Step]),
            ],
            node.Output);
    }

    private static void Surround(OnnxGraphMessage graph, GraphNode node, Surrounding surrounding)
    {
        long[] pads = [0, .. surrounding.Before.Select(static pad => (long)pad), 0, .. surrounding.After.Select(static pad => (long)pad)];
        graph.Add(
            node.Name,
            "Pad",
            [node.Inputs[0], graph.Store(node.Name + ".pads", pads), graph.Store(node.Name + ".value", surrounding.Value)],
            node.Output);
    }

    private static void Enlarge(OnnxGraphMessage graph, GraphNode node, Enlargement enlargement) => graph.Add(
        node.Name,
        "Resize",
        [node.Inputs[0], "", graph.StoreRow(node.Name + ".scales", 1, 1, enlargement.Rows, enlargement.Columns)],
        node.Output,
        Attribute("mode", "nearest"),
        Attribute("coordinate_transformation_mode", "asymmetric"),
        Attribute("nearest_mode", "floor"));

    private static string Word(PoolingFunction function) => function == PoolingFunction.Average ? "Average" : "Max";

    private static string Operator(ArithmeticFunction function) => function switch
    {
        ArithmeticFunction.Add => "Add",
        ArithmeticFunction.Subtract => "Sub",
        ArithmeticFunction.Multiply => "Mul",
        ArithmeticFunction.Divide => "Div",
        ArithmeticFunction.Maximum => "Max",
        _ => "Min",
    };
}
