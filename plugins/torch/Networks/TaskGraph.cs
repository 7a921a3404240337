using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;

namespace Memti.Plugins.Torch.Networks;

/// <summary>
/// The graph of one task: batch norms and classifier are the task's, with as many outputs as it has classes; everything else is shared. A
/// network without a classifier gets one, behind the mean over its last map.
/// </summary>
internal static class TaskGraph
{
    /// <summary>Makes the graph of a task out of a network with its adapters.</summary>
    /// <param name="graph">The network; all parameters but adapters are shared.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="options">Bits of stored values.</param>
    public static NetworkGraph Of(NetworkGraph graph, int classes, TorchNetworkOptions options)
    {
        NetworkGraph whole = graph.Parameters.Any(static parameter => parameter.Role == ParameterRole.ClassifierWeight)
            ? Resized(graph, classes)
            : WithClassifier(graph, classes);
        GraphParameter[] owned = [.. whole.Parameters.Select(parameter => Owned(parameter, options))];
        return whole with
        {
            Nodes = [.. whole.Nodes.Select(WithOwnStatistics)],
            // Shared ones first, as memories store them; each part in the order of the network.
            Parameters =
            [
                .. owned.Where(static parameter => parameter.Part == ParameterPart.Shared),
                .. owned.Where(static parameter => parameter.Part == ParameterPart.Task),
            ],
        };
    }

    // A file from CNTK gives a batch a weight of 0.012, made for its own long training: after an epoch of a small set the statistics of the
    // task would still be those of the file.
    private static GraphNode WithOwnStatistics(GraphNode node) => node.Operation is BatchNormalisation norm
        ? node with { Operation = new BatchNormalisation { Epsilon = norm.Epsilon } }
        : node;

    private static GraphParameter Owned(GraphParameter parameter, TorchNetworkOptions options) => parameter.Role switch
    {
        ParameterRole.Kernel or ParameterRole.Bias or ParameterRole.Constant =>
            parameter with { Part = ParameterPart.Shared, Bits = options.WeightBits },
        _ => parameter with { Part = ParameterPart.Task, Bits = options.TaskBits },
    };

    private static NetworkGraph Resized(NetworkGraph graph, int classes)
    {
        GraphParameter weights = graph.Parameters.Last(static parameter => parameter.Role == ParameterRole.ClassifierWeight);
        int old = weights.Shape[0];
        if (old == classes)
            return graph;
        HashSet<string> behind = new([weights.Name], StringComparer.Ordinal);
        List<GraphNode> nodes = [];
        foreach (GraphNode node in graph.Nodes)
        {
            bool changes = node.Inputs.Any(behind.Contains);
            if (changes)
                behind.Add(node.Output);
            nodes.Add(changes ? node with { Shape = [.. node.Shape.Select(size => size == old ? classes : size)] } : node);
        }

        return graph with { Nodes = nodes, Parameters = [.. graph.Parameters.Select(parameter => Resized(parameter, old, classes))] };
    }

    // The weights of other classes are of no use: a classifier of another size starts at random.
    private static GraphParameter Resized(GraphParameter parameter, int old, int classes) =>
        parameter.Role is ParameterRole.ClassifierWeight or ParameterRole.ClassifierBias && parameter.Shape[0] == old
            ? parameter with { Shape = [classes, .. parameter.Shape.Skip(1)], Values = null }
            : parameter;

    private static NetworkGraph WithClassifier(NetworkGraph graph, int classes)
    {
        List<GraphNode> nodes = [.. graph.Nodes];
        GraphNode last = nodes.Single(node => node.Output == graph.Output);
        string features = last.Output;
        int count = last.Shape[0];
        if (last.Shape.Count == 3)
        {
            features = Free(graph, "classifier.features");
            var mean = new Reduction(PoolingFunction.Average, [1, 2], KeepsAxes: false);
            nodes.Add(new GraphNode(features, mean, [last.Output], features, [count]));
        }

        (string weight, string bias, string logits) =
            (Free(graph, "classifier.weight"), Free(graph, "classifier.bias"), Free(graph, "classifier"));
        nodes.Add(new GraphNode(logits, new FullyConnected(), [features, weight, bias], logits, [classes]));
        return graph with
        {
            Nodes = nodes,
            Output = logits,
            Parameters =
            [
                .. graph.Parameters,
                new GraphParameter { Name = weight, Role = ParameterRole.ClassifierWeight, Shape = [classes, count] },
                new GraphParameter { Name = bias, Role = ParameterRole.ClassifierBias, Shape = [classes] },
            ],
        };
    }

    private static string Free(NetworkGraph graph, string name)
    {
        HashSet<string> taken =
        [
            .. graph.Nodes.SelectMany(static node => (string[])[node.Name, node.Output]),
            .. graph.Parameters.Select(static one => one.Name),
        ];
        while (taken.Contains(name))
            name = "memti." + name;
        return name;
    }
}
