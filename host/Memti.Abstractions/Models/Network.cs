namespace Memti.Abstractions.Models;

/// <summary>The layers of one inference, in order.</summary>
/// <param name="Name">Name of the architecture, such as <c>resnet26 parallel</c>.</param>
/// <param name="Task">The task that the network serves.</param>
/// <param name="Layers">At least one layer.</param>
public sealed record Network(string Name, string Task, IReadOnlyList<Layer> Layers)
{
    /// <summary>Bits of one stored shared parameter, 1 to 64.</summary>
    public required int SharedBits { get; init; }

    /// <summary>Bits of one stored task-specific parameter, 1 to 64.</summary>
    public required int TaskBits { get; init; }
}
