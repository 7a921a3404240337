using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;

namespace Memti.Plugins.Torch.Tests;

/// <summary>Builds graphs for tests, node by node.</summary>
internal sealed class Graphs(int side, int channels = 3)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphParameter> _parameters = [];

    private IReadOnlyList<int> _shape = [channels, side, side];

    /// <summary>Name of the last value.</summary>
    public string Last { get; private set; } = "image";

    public IReadOnlyList<int> Shape => _shape;

    public NetworkGraph Graph(string name = "test") => new()
    {
        Name = name,
        Input = "image",
        InputShape = [channels, side, side],
        Nodes = _nodes,
        Output = Last,
        Parameters =
        [
            .. _parameters.Where(static parameter => parameter.Part == ParameterPart.Shared),
            .. _parameters.Where(static parameter => parameter.Part == ParameterPart.Task),
        ],
    };

    /// <summary>Goes on from an earlier value.</summary>
    public Graphs From(string value, IReadOnlyList<int> shape)
    {
        (Last, _shape) = (value, shape);
        return this;
    }

    public Graphs Node(string name, GraphOperation operation, IReadOnlyList<int> shape, params string[] more)
    {
        _nodes.Add(new GraphNode(name, operation, [Last, .. more], name, shape));
        (Last, _shape) = (name, shape);
        return this;
    }

    public Graphs Convolution(
        string name, int outputs, int kernel, int stride = 1, ParameterRole role = ParameterRole.Kernel, int groups = 1, bool bias = false)
    {
        ParameterPart part = role == ParameterRole.Kernel ? ParameterPart.Shared : ParameterPart.Task;
        List<string> inputs = [Parameter(name + ".weight", role, part, outputs, _shape[0] / groups, kernel, kernel)];
        if (bias)
            inputs.Add(Parameter(name + ".bias", ParameterRole.Bias, part, outputs));
        Convolution convolution = new()
        {
            StrideHeight = stride,
            StrideWidth = stride,
            Groups = groups,
            Padding = Border.Of((kernel - 1) / 2)
        };
        return Node(name, convolution, [outputs, (_shape[1] + stride - 1) / stride, (_shape[2] + stride - 1) / stride], [.. inputs]);
    }

    public Graphs Norm(string name, ParameterPart part = ParameterPart.Task)
    {
        int size = _shape[0];
        return Node(
            name,
            new BatchNormalisation(),
            _shape,
            Parameter(name + ".weight", ParameterRole.NormScale, part, size),
            Parameter(name + ".bias", ParameterRole.NormShift, part, size),
            Parameter(name + ".running_mean", ParameterRole.NormMean, part, size),
            Parameter(name + ".running_var", ParameterRole.NormVariance, part, size));
    }

    public Graphs Relu(string name) => Node(name, new Activation(ActivationFunction.Relu), _shape);

    public Graphs Add(string name, string other) => Node(name, new Arithmetic(ArithmeticFunction.Add), _shape, other);

    public Graphs Mean(string name) => Node(name, new Reduction(PoolingFunction.Average, [1, 2], KeepsAxes: false), [_shape[0]]);

    public Graphs Classifier(string name, int classes) => Node(
        name,
        new FullyConnected(),
        [classes],
        Parameter(name + ".weight", ParameterRole.ClassifierWeight, ParameterPart.Task, classes, _shape[0]),
        Parameter(name + ".bias", ParameterRole.ClassifierBias, ParameterPart.Task, classes));

    /// <summary>A small network of one task: two convolutions with adapters, norms and a sum.</summary>
    public static NetworkGraph Small(int classes = 4, int side = 16)
    {
        Graphs graph = new(side);
        graph.Unit("stem", "conv", "adapter", "bn", 8, 1).Relu("stem.relu");
        (string skip, IReadOnlyList<int> shape) = (graph.Last, graph.Shape);
        graph.Unit("block", "conv", "adapter", "bn", 8, 1).Add("block.sum", skip).Relu("block.relu");
        shape.ShouldBe(graph.Shape);
        return graph.Unit("last", "conv", "adapter", "bn", 16, 2).Relu("last.relu").Mean("pool").Classifier("head", classes).Graph("small");
    }

    /// <summary>ResNet-26 with the parameter names of the managed engine.</summary>
    public static NetworkGraph ResNet26(string adapters, double width, int side, int classes)
    {
        int channels = (int)(32 * width);
        Graphs graph = new(side);
        graph.Residual(adapters, "stem", "", channels, 1);
        for (int stage = 1; stage <= 3; stage++, channels *= 2)
            for (int block = 1; block <= 4; block++)
                graph.Block(adapters, $"stage{stage}.block{block}", 2 * channels, block == 1 ? 2 : 1);
        return graph.Norm("head.bn").Relu("head.relu").Mean("head.pool").Classifier("head.classifier", classes).Graph("resnet26");
    }

    private static Pooling Halving { get; } =
        new(PoolingFunction.Average) { WindowHeight = 2, WindowWidth = 2, StrideHeight = 2, StrideWidth = 2 };

    private void Block(string adapters, string name, int outputs, int stride)
    {
        (string input, IReadOnlyList<int> shape) = (Last, Shape);
        Residual(adapters, name, "1", outputs, stride).Relu(name + ".relu1").Residual(adapters, name, "2", outputs, 1);
        (string sum, IReadOnlyList<int> sumShape) = (Last, Shape);
        if (stride == 2)
        {
            int[] half = [shape[0], shape[1] / 2, shape[2] / 2];
            From(input, shape)
                .Node(name + ".mean", Halving, half)
                .Node(name + ".zeros", new Surrounding([0, 0, 0], [shape[0], 0, 0], 0), [2 * shape[0], half[1], half[2]]);
            input = Last;
        }

        From(sum, sumShape).Add(name + ".sum", input).Relu(name + ".relu2");
    }

    private Graphs Residual(string adapters, string prefix, string half, int outputs, int stride) => adapters switch
    {
        "parallel" => Unit(prefix, "conv" + half, "adapter" + half, "bn" + half, outputs, stride),
        "series" => Convolution($"{prefix}.conv{half}", outputs, 3, stride).Series(prefix, half).Norm($"{prefix}.bn{half}"),
        _ => Convolution($"{prefix}.conv{half}", outputs, 3, stride).Norm($"{prefix}.bn{half}"),
    };

    private Graphs Series(string prefix, string half)
    {
        string sum = Last;
        return Norm($"{prefix}.adapter{half}.bn")
            .Convolution($"{prefix}.adapter{half}", _shape[0], 1, role: ParameterRole.Adapter)
            .Add($"{prefix}.sum{half}", sum);
    }

    private Graphs Unit(string prefix, string convolution, string adapter, string norm, int outputs, int stride)
    {
        (string input, IReadOnlyList<int> shape) = (Last, Shape);
        Convolution($"{prefix}.{convolution}", outputs, 3, stride);
        string sum = Last;
        return From(input, shape)
            .Convolution($"{prefix}.{adapter}", outputs, 1, stride, ParameterRole.Adapter)
            .Add($"{prefix}.{convolution}.sum", sum)
            .Norm($"{prefix}.{norm}");
    }

    private string Parameter(string name, ParameterRole role, ParameterPart part, params int[] shape)
    {
        _parameters.Add(new GraphParameter { Name = name, Role = role, Part = part, Shape = shape });
        return name;
    }
}
