namespace Memti.Abstractions.Accelerators;

/// <summary>The memories that an accelerator reads and writes, by role. Two roles may name one memory and then share its
/// bandwidth.</summary>
public sealed record Placement
{
    /// <summary>Memory with the shared weights. Default: null, for a network without any.</summary>
    public MemoryPort? SharedWeights { get; init; }

    /// <summary>Memory with the task-specific weights.</summary>
    public required MemoryPort TaskWeights { get; init; }

    /// <summary>Memory with the features between layers.</summary>
    public required MemoryPort Activations { get; init; }

    /// <summary>Memory in which the input frame arrives.</summary>
    public required MemoryPort Input { get; init; }
}
