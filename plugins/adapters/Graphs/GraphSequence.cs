using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Graphs;

/// <summary>Nodes and parameters of the network, unit by unit. A value has the name of the node that gives it.</summary>
/// <param name="options">Options of the network.</param>
internal sealed class GraphSequence(ResNet26Options options)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphParameter> _kernels = [];
    private readonly List<GraphParameter> _adapters = [];
    private readonly List<GraphParameter> _norms = [];
    private readonly List<GraphParameter> _classifier = [];

    internal IReadOnlyList<GraphNode> Nodes => _nodes;

    /// <summary>The parameters in the order in which they are stored: kernels, adapters, norms, classifier.</summary>
    internal IReadOnlyList<GraphParameter> Parameters => options.Adapters == AdapterForm.None
        ? [.. _kernels.Select(kernel => kernel with { Part = ParameterPart.Task, Bits = options.TaskBits }), .. _norms, .. _classifier]
        : [.. _kernels, .. _adapters, .. _norms, .. _classifier];

    /// <summary>Adds a 3x3 convolution with its adapter and batch norm.</summary>
    /// <param name="shape">The convolution.</param>
    /// <param name="input">The value that it reads.</param>
    /// <returns>The output of the batch norm.</returns>
    internal string Unit(ConvolutionShape shape, string input)
    {
        int[] map = [shape.OutputChannels, shape.OutputPx, shape.OutputPx];
        string kernel = $"{shape.Prefix}.conv{shape.Suffix}";
        string adapter = $"{shape.Prefix}.adapter{shape.Suffix}";
        string sum = Convolve(
            kernel, input, shape.Stride, Shared(kernel + ".weight", [shape.OutputChannels, shape.InputChannels, 3, 3]), map);
        if (options.Adapters == AdapterForm.Parallel)
            sum = Add(
                adapter + ".sum",
                sum,
                Convolve(
                    adapter, input, shape.Stride, Adapter(adapter + ".weight", [shape.OutputChannels, shape.InputChannels, 1, 1]), map),
                map);
        else if (options.Adapters == AdapterForm.Series)
            sum = Add(
                adapter + ".sum",
                sum,
                Convolve(
                    adapter,
                    Norm(adapter + ".bn", sum, map),
                    1,
                    Adapter(adapter + ".weight", [shape.OutputChannels, shape.OutputChannels, 1, 1]),
                    map),
                map);
        return Norm($"{shape.Prefix}.bn{shape.Suffix}", sum, map);
    }

    /// <summary>Adds a sum of two values.</summary>
    internal string Add(string name, string left, string right, int[] map) =>
        Give(name, new Arithmetic(ArithmeticFunction.Add), [left, right], map);

    internal string Rectify(string name, string input, int[] map) =>
        Give(name, new Activation(ActivationFunction.Relu), [input], map);

    /// <summary>Adds the shortcut of a block that halves the map: the mean over 2x2 pixels, with zeros for the new channels.</summary>
    internal string Halve(string name, string input, int[] map)
    {
        int channels = map[0] / 2;
        string mean = Give(
            name + ".mean",
            new Pooling(PoolingFunction.Average) { WindowHeight = 2, WindowWidth = 2, StrideHeight = 2, StrideWidth = 2 },
            [input],
            [channels, map[1], map[2]]);
        return Give(name, new Surrounding([0, 0, 0], [channels, 0, 0], 0), [mean], map);
    }

    internal string Norm(string name, string input, int[] map)
    {
        ParameterRole[] roles = [ParameterRole.NormScale, ParameterRole.NormShift, ParameterRole.NormMean, ParameterRole.NormVariance];
        string[] names = [name + ".weight", name + ".bias", name + ".running_mean", name + ".running_var"];
        foreach ((string parameter, ParameterRole role) in names.Zip(roles))
            _norms.Add(Own(parameter, role, [map[0]]));
        return Give(name, new BatchNormalisation(), [input, .. names], map);
    }

    /// <summary>Adds the mean over a map and the classifier.</summary>
    internal string Classify(string input, int channels, int classes)
    {
        string mean = Give("head.pool", new Reduction(PoolingFunction.Average, [1, 2], KeepsAxes: false), [input], [channels]);
        _classifier.Add(Own("head.classifier.weight", ParameterRole.ClassifierWeight, [classes, channels]));
        _classifier.Add(Own("head.classifier.bias", ParameterRole.ClassifierBias, [classes]));
        return Give("head.classifier", new FullyConnected(), [mean, _classifier[0].Name, _classifier[1].Name], [classes]);
    }

    private string Convolve(string name, string input, int stride, GraphParameter kernel, int[] map)
    {
        Convolution operation = new()
        {
            StrideHeight = stride,
            StrideWidth = stride,
            Padding = Border.Of((kernel.Shape[2] - 1) / 2),
        };
        return Give(name, operation, [input, kernel.Name], map);
    }

    private GraphParameter Shared(string name, int[] shape)
    {
        _kernels.Add(new GraphParameter { Name = name, Role = ParameterRole.Kernel, Shape = shape, Bits = options.WeightBits });
        return _kernels[^1];
    }

    private GraphParameter Adapter(string name, int[] shape)
    {
        _adapters.Add(Own(name, ParameterRole.Adapter, shape));
        return _adapters[^1];
    }

    private GraphParameter Own(string name, ParameterRole role, int[] shape) =>
        new() { Name = name, Role = role, Shape = shape, Part = ParameterPart.Task, Bits = options.TaskBits };

    private string Give(string name, GraphOperation operation, IReadOnlyList<string> inputs, int[] shape)
    {
        _nodes.Add(new GraphNode(name, operation, inputs, name, shape));
        return name;
    }
}
