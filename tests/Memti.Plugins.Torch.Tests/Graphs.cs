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
