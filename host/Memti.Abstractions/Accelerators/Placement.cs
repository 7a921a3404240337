namespace Memti.Abstractions.Accelerators;

/// <summary>From where an accelerator reads and to where it writes. Two roles may name the same memory; its bandwidth is then shared.</summary>
public sealed record Placement
{
    /// <summary>Memory with the shared weights; null when the network has none.</summary>
    public MemoryPort? SharedWeights { get; init; }

    /// <summary>Memory with the task-specific weights.</summary>
    public required MemoryPort TaskWeights { get; init; }

    /// <summary>Memory with the features between layers.</summary>
    public required MemoryPort Activations { get; init; }

    /// <summary>Memory in which the input frame arrives.</summary>
    public required MemoryPort Input { get; init; }
}
