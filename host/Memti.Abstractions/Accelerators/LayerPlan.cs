using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>One layer of a planned inference.</summary>
public sealed record LayerPlan
{
    /// <summary>The layer's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its share of the inference.</summary>
    public required SimTime Duration { get; init; }

    /// <summary>Cycles of the multiplier array; may hold a fraction.</summary>
    public double ComputeCycles { get; init; }

    /// <summary>True when the cycles count on Winograd's transform.</summary>
    public bool Winograd { get; init; }

    /// <summary>Shared weights that the layer reads.</summary>
    public DataSize SharedWeights { get; init; }

    /// <summary>Task-specific parameters that the layer reads; it cannot start before they are there.</summary>
    public DataSize TaskWeights { get; init; }

    /// <summary>Index of the earlier layer whose parameters it reads again, as in <see cref="Layer.WeightsOf"/>: nothing new has to be there for it. Null for its own.</summary>
    public int? WeightsOf { get; init; }

    /// <summary>Features read.</summary>
    public DataSize Input { get; init; }

    /// <summary>Features written.</summary>
    public DataSize Output { get; init; }

    /// <summary>How long each resource is busy with the layer, multipliers first; empty when the accelerator does not say.</summary>
    public IReadOnlyList<ResourceTime> Resources { get; init; } = [];

    /// <summary>What each memory moves for the layer; empty when the accelerator does not say.</summary>
    public IReadOnlyList<Traffic> Traffic { get; init; } = [];

    /// <summary>What the accelerator's own buffer holds at one time; null when it does not say.</summary>
    public BufferSplit? Buffer { get; init; }

    /// <summary>What would set the layer's time if it ran alone.</summary>
    public required string Binding { get; init; }
}
