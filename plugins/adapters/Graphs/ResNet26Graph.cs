using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters.Backbones;

namespace Memti.Plugins.Adapters.Graphs;

/// <summary>The network as a graph: what the managed engine computes, for other engines and for ONNX.</summary>
internal static class ResNet26Graph
{
    /// <summary>The network of a task.</summary>
    /// <param name="name">Name of the architecture.</param>
    /// <param name="options">Options of the network.</param>
    /// <param name="convolutions">The 3x3 convolutions in order.</param>
    /// <param name="classes">Classes of the task.</param>
    internal static NetworkGraph Of(string name, ResNet26Options options, IReadOnlyList<ConvolutionShape> convolutions, int classes)
    {
        GraphSequence sequence = new(options);
        string value = sequence.Unit(convolutions[0], "image");
        string shortcut = value;
        foreach (ConvolutionShape shape in convolutions.Skip(1))
        {
            int[] map = [shape.OutputChannels, shape.OutputPx, shape.OutputPx];
            string norm = sequence.Unit(shape, value);
            if (shape.StartsBlock)
            {
                shortcut = shape.Stride > 1 ? sequence.Halve($"{shape.Prefix}.shortcut", value, map) : value;
                value = sequence.Rectify($"{shape.Prefix}.relu1", norm, map);
            }
            else
                value = sequence.Rectify(
                    $"{shape.Prefix}.relu2", sequence.Add($"{shape.Prefix}.sum", norm, shortcut, map), map);
        }

        ConvolutionShape last = convolutions[^1];
        int[] features = [last.OutputChannels, last.OutputPx, last.OutputPx];
        value = sequence.Rectify("head.relu", sequence.Norm("head.bn", value, features), features);
        string output = sequence.Classify(value, last.OutputChannels, classes);
        return new NetworkGraph
        {
            Name = name,
            Input = "image",
            InputShape = [ImageSet.Channels, options.InputPx, options.InputPx],
            Nodes = sequence.Nodes,
            Output = output,
            Parameters = sequence.Parameters,
        };
    }
}
