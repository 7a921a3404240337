using Memti.Abstractions.Models;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Accelerators;

/// <summary>One layer of a planned inference.</summary>
public sealed record LayerPlan
{
    /// <summary>The layer's name.</summary>
    public required string Name { get; init; }

    /// <summary>The layer's part of the inference's duration.</summary>
    public required SimTime Duration { get; init; }

    /// <summary>Cycles of the multiplier array, zero or more. Fractions are allowed.</summary>
    public double ComputeCycles { get; init; }

    /// <summary>True when the cycles assume Winograd's transform. Default: false.</summary>
    public bool Winograd { get; init; }

    /// <summary>Shared weights that the layer reads.</summary>
    public DataSize SharedWeights { get; init; }

    /// <summary>Task-specific parameters that the layer reads. The layer starts only when they have arrived.</summary>
    public DataSize TaskWeights { get; init; }

    /// <summary>Index of the earlier layer whose parameters this layer reads again, as in <see cref="Layer.WeightsOf"/>. Such a layer waits
    /// for no parameters. Default: null, for a layer with parameters of its own.</summary>
    public int? WeightsOf { get; init; }

    /// <summary>Features read.</summary>
    public DataSize Input { get; init; }

    /// <summary>Features written.</summary>
    public DataSize Output { get; init; }

    /// <summary>Busy time of each resource during the layer, multipliers first. Default: empty, for unknown.</summary>
    public IReadOnlyList<ResourceTime> Resources { get; init; } = [];

    /// <summary>Traffic of each memory for the layer. Default: empty, for unknown.</summary>
    public IReadOnlyList<Traffic> Traffic { get; init; } = [];

    /// <summary>Division of the accelerator's own buffer. Default: null, for unknown.</summary>
    public BufferSplit? Buffer { get; init; }

    /// <summary>The resource that would limit the layer if it ran alone.</summary>
    public required string Binding { get; init; }
}
