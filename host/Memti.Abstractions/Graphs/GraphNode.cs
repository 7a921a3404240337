using Memti.Abstractions.Graphs.Operations;

namespace Memti.Abstractions.Graphs;

/// <summary>One operation of a graph.</summary>
/// <param name="Name">Unique in the graph, such as <c>stage1.block1.conv1</c>; for messages and for stored batch norms.</param>
/// <param name="Operation">What it computes; says which inputs it takes in which order.</param>
/// <param name="Inputs">Names of the graph's input, of outputs of earlier nodes, or of parameters.</param>
/// <param name="Output">Name of its output, unique among all values and parameters.</param>
/// <param name="Shape">Shape of the output without the batch, each size at least 1.</param>
public sealed record GraphNode(
    string Name, GraphOperation Operation, IReadOnlyList<string> Inputs, string Output, IReadOnlyList<int> Shape);
