using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;

namespace Memti.Plugins.Torch.Networks;

/// <summary>Puts adapters beside or behind the convolutions of a graph. Nodes after them read what they read before.</summary>
internal sealed class AdapterPlacement
{
    private readonly NetworkGraph _graph;
    private readonly TorchNetworkOptions _options;
    private readonly Dictionary<string, GraphParameter> _parameters;
    private readonly Dictionary<string, IReadOnlyList<int>> _shapes;
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphParameter> _adapters = [];

    private AdapterPlacement(NetworkGraph graph, TorchNetworkOptions options)
    {
        (_graph, _options) = (graph, options);
        _parameters = graph.Parameters.ToDictionary(static parameter => parameter.Name, StringComparer.Ordinal);
        _shapes = graph.Nodes.ToDictionary(static node => node.Output, static node => node.Shape, StringComparer.Ordinal);
        _shapes[graph.Input] = graph.InputShape;
    }

    /// <summary>The graph with its adapters; their parameters stand behind the others.</summary>
    public static NetworkGraph Adapt(NetworkGraph graph, TorchNetworkOptions options)
    {
        if (options.Adapters == NetworkAdapters.None)
            return graph;
        AdapterPlacement placement = new(graph, options);
        IReadOnlySet<string> sites = AdapterSites.Of(graph, options.AdaptersAt, placement.CanAdapt);
        foreach (GraphNode node in graph.Nodes)
            if (sites.Contains(node.Name))
                placement.Adapt(node);
            else
                placement._nodes.Add(node);
        return graph with { Nodes = placement._nodes, Parameters = [.. graph.Parameters, .. placement._adapters] };
    }

    /// <summary>
    /// True where adapters of the form can stand: behind every convolution; beside it where a 1x1 kernel sees the middle of its windows;
    /// with few channels in between where there are no groups.
    /// </summary>
    private bool CanAdapt(GraphNode node)
    {
        var convolution = (Convolution)node.Operation;
        if (_options.Adapters == NetworkAdapters.Series)
            return convolution.Groups == 1 || IsDepthwise(node);
        IReadOnlyList<int> kernel = Kernel(node).Shape, input = _shapes[node.Inputs[0]];
        (int top, int left) = (convolution.DilationHeight * (kernel[2] - 1) / 2, convolution.DilationWidth * (kernel[3] - 1) / 2);
        bool seesMiddle = convolution.Padding.Top == top
            && convolution.Padding.Left == left
            && node.Shape[1] == Windows(input[1], convolution.StrideHeight)
            && node.Shape[2] == Windows(input[2], convolution.StrideWidth);
        return seesMiddle && (convolution.Groups == 1 || (_options.Adapters == NetworkAdapters.Parallel && IsDepthwise(node)));
    }

    private void Adapt(GraphNode node)
    {
        _nodes.Add(node with { Output = Shared(node) });
        switch (_options.Adapters)
        {
            case NetworkAdapters.Parallel:
                AddParallel(node);
                break;
            case NetworkAdapters.Series:
                AddSeries(node);
                break;
            default:
                AddLowRank(node);
                break;
        }
    }

    private void AddParallel(GraphNode node)
    {
        var convolution = (Convolution)node.Operation;
        IReadOnlyList<int> kernel = Kernel(node).Shape;
        string weights = Parameter(node, "adapter.weight", ParameterRole.Adapter, [kernel[0], kernel[1], 1, 1], StartsAtZero(node));
        Add(node, ".adapter", Pointwise(convolution, convolution.Groups), [node.Inputs[0], weights], node.Shape);
        AddSum(node);
    }

    private void AddSeries(GraphNode node)
    {
        int channels = node.Shape[0], groups = IsDepthwise(node) ? channels : 1;
        string[] norm =
        [
            Parameter(node, "adapter.bn.weight", ParameterRole.NormScale, [channels], isZero: false),
            Parameter(node, "adapter.bn.bias", ParameterRole.NormShift, [channels], isZero: false),
            Parameter(node, "adapter.bn.running_mean", ParameterRole.NormMean, [channels], isZero: false),
            Parameter(node, "adapter.bn.running_var", ParameterRole.NormVariance, [channels], isZero: false),
        ];
        string weights = Parameter(
            node, "adapter.weight", ParameterRole.Adapter, [channels, channels / groups, 1, 1], StartsAtZero(node));
        Add(node, ".adapter.bn", new BatchNormalisation(), [Shared(node), .. norm], node.Shape);
        Add(node, ".adapter", new Convolution { Groups = groups }, [node.Output + ".adapter.bn", weights], node.Shape);
        AddSum(node);
    }

    private void AddLowRank(GraphNode node)
    {
        var convolution = (Convolution)node.Operation;
        IReadOnlyList<int> kernel = Kernel(node).Shape;
        int rank = Math.Min(_options.AdapterRank, Math.Min(kernel[0], kernel[1]));
        string down = Parameter(node, "adapter.down.weight", ParameterRole.Adapter, [rank, kernel[1], 1, 1], isZero: false);
        // The second kernel starts at zero, the network as it was: Hu et al., ICLR 2022.
        string up = Parameter(node, "adapter.up.weight", ParameterRole.Adapter, [kernel[0], rank, 1, 1], isZero: true);
        Add(node, ".adapter.down", Pointwise(convolution, 1), [node.Inputs[0], down], [rank, node.Shape[1], node.Shape[2]]);
        Add(node, ".adapter", new Convolution(), [node.Output + ".adapter.down", up], node.Shape);
        AddSum(node);
    }

    private void AddSum(GraphNode node) => _nodes.Add(new GraphNode(
        node.Name + ".sum", new Arithmetic(ArithmeticFunction.Add), [Shared(node), node.Output + ".adapter"], node.Output, node.Shape));

    private void Add(GraphNode node, string suffix, GraphOperation operation, IReadOnlyList<string> inputs, IReadOnlyList<int> shape) =>
        _nodes.Add(new GraphNode(node.Name + suffix, operation, inputs, node.Output + suffix, shape));

    private string Parameter(GraphNode node, string suffix, ParameterRole role, IReadOnlyList<int> shape, bool isZero)
    {
        GraphParameter parameter = new()
        {
            Name = $"{node.Name}.{suffix}",
            Role = role,
            Shape = shape,
            Part = ParameterPart.Task,
            Bits = _options.TaskBits,
        };
        _adapters.Add(isZero ? parameter with { Values = new float[parameter.Count] } : parameter);
        return parameter.Name;
    }

    private static string Shared(GraphNode node) => node.Output + ".shared";

    private static Convolution Pointwise(Convolution convolution, int groups) => new()
    {
        StrideHeight = convolution.StrideHeight,
        StrideWidth = convolution.StrideWidth,
        Groups = groups,
    };

    private bool IsDepthwise(GraphNode node) => node.Operation is Convolution { Groups: > 1 } && Kernel(node).Shape[1] == 1
        && ((Convolution)node.Operation).Groups == node.Shape[0];

    // Without a batch norm behind it, the sum of a random adapter would change the scale of all maps after it.
    private bool StartsAtZero(GraphNode node) => _options.AdapterStart == AdapterStart.Zero || !HasNormBehind(node);

    private bool HasNormBehind(GraphNode node) => _graph.Nodes.Any(
        other => other.Operation is BatchNormalisation && other.Inputs[0] == node.Output);

    private GraphParameter Kernel(GraphNode node) => _parameters[node.Inputs[1]];

    private static int Windows(int pixels, int stride) => (pixels + stride - 1) / stride;
}
