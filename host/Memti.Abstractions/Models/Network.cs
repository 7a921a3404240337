namespace Memti.Abstractions.Models;

/// <summary>The layers that one inference runs, in order.</summary>
/// <param name="Name">Name of the architecture, such as <c>resnet26 parallel</c>.</param>
/// <param name="Task">The task that the network serves.</param>
/// <param name="Layers">At least one layer.</param>
public sealed record Network(string Name, string Task, IReadOnlyList<Layer> Layers)
{
    /// <summary>Bits of one shared parameter as stored.</summary>
    public required int SharedBits { get; init; }

    /// <summary>Bits of one task-specific parameter as stored.</summary>
    public required int TaskBits { get; init; }
}
