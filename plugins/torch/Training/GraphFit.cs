using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Codes;

namespace Memti.Plugins.Torch.Training;

/// <summary>Checks that a graph can learn to classify images.</summary>
internal static class GraphFit
{
    /// <summary>Number of classes, the length of its output.</summary>
    /// <exception cref="MemtiException"><see cref="TorchCodes.UnsuitableGraph"/>.</exception>
    public static int Classes(NetworkGraph graph)
    {
        if (graph.InputShape is not [ImageSet.Channels, var height, var width] || height != width)
            throw Refuse(graph, $"its input is [{Text(graph.InputShape)}]; images are [3, side, side]");
        IReadOnlyList<int> shape = graph.Nodes.FirstOrDefault(node => node.Output == graph.Output)?.Shape ?? [];
        return shape is [var classes, ..] && classes > 1 && shape.Skip(1).All(static size => size == 1)
            ? classes
            : throw Refuse(graph, $"its output is [{Text(shape)}]; logits are [classes]");
    }

    /// <summary>Refuses a training in which no parameter would learn.</summary>
    /// <exception cref="MemtiException"><see cref="TorchCodes.UnsuitableGraph"/>.</exception>
    public static void RequireLearning(NetworkGraph graph, int trained, TrainedPart part)
    {
        if (trained == 0 && part != TrainedPart.NormStatistics)
            throw Refuse(graph, "none of its parameters belongs to a task, and shared ones are frozen");
    }

    private static string Text(IReadOnlyList<int> shape) => string.Join(", ", shape);

    private static MemtiException Refuse(NetworkGraph graph, string reason) => new(
        new Diagnostic(TorchCodes.UnsuitableGraph, $"network '{graph.Name}' cannot learn to classify images: {reason}.")
        {
            Value = graph.Name
        });
}
