namespace Memti.Abstractions.Graphs;

/// <summary>A network as data that can be trained: operations in order, and their parameters.</summary>
public sealed record NetworkGraph
{
    /// <summary>Name of the architecture, such as <c>resnet26 parallel</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the input, one image.</summary>
    public required string Input { get; init; }

    /// <summary>Shape of the input without the batch: [channels, height, width].</summary>
    public required IReadOnlyList<int> InputShape { get; init; }

    /// <summary>The operations, each after those whose outputs it reads.</summary>
    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    /// <summary>Name of the output: the logits, [classes] or [classes, 1, 1].</summary>
    public required string Output { get; init; }

    /// <summary>The parameters, in the order in which they are stored: shared ones first.</summary>
    public required IReadOnlyList<GraphParameter> Parameters { get; init; }
}
