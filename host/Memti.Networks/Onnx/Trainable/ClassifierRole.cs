using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;

namespace Memti.Networks.Onnx.Trainable;

/// <summary>Gives the weights of the classifier their roles.</summary>
internal static class ClassifierRole
{
    /// <summary>
    /// The parameters with the roles of a classifier, where the output comes from one: a fully connected layer or a 1x1 convolution, with
    /// nothing behind it but reshaping, averages, ReLUs and single values.
    /// </summary>
    public static IReadOnlyList<GraphParameter> Assign(
        IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphParameter> parameters, string output)
    {
        if (Classifier(nodes, output) is not { } classifier || !IsAlone(nodes, classifier))
            return parameters;
        return [.. parameters.Select(parameter => classifier.Inputs.Skip(1).ToList().IndexOf(parameter.Name) switch
        {
            0 when IsMatrix(classifier, parameter) => parameter with { Role = ParameterRole.ClassifierWeight },
            1 => parameter with { Role = ParameterRole.ClassifierBias },
            _ => parameter,
        })];
    }

    private static GraphNode? Classifier(IReadOnlyList<GraphNode> nodes, string output)
    {
        Dictionary<string, GraphNode> givers = nodes.ToDictionary(static node => node.Output, StringComparer.Ordinal);
        while (givers.TryGetValue(output, out GraphNode? node))
            switch (node.Operation)
            {
                case FullyConnected or Convolution { Groups: 1 }:
                    return node;
                case Reshaping or Reduction { Function: PoolingFunction.Average } or Pooling { Function: PoolingFunction.Average }
                    or Activation { Function: ActivationFunction.Relu } or Softmax:
                    output = node.Inputs[0];
                    break;
                default:
                    return null;
            }

        return null;
    }

    /// <summary>True when no other node reads the weights.</summary>
    private static bool IsAlone(IReadOnlyList<GraphNode> nodes, GraphNode classifier) =>
        nodes.Count(node => node.Inputs.Skip(1).Any(classifier.Inputs.Skip(1).Contains)) == 1;

    private static bool IsMatrix(GraphNode classifier, GraphParameter weights) =>
        classifier.Operation is FullyConnected || weights.Shape.Skip(2).All(static size => size == 1);
}
