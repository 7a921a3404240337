using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Systems;

/// <summary>The sized hardware and its planned tasks: everything that a run needs except workload and firmware.</summary>
public sealed record SystemDescription
{
    /// <summary>Name of the accelerator in results. Default: <c>accelerator</c>.</summary>
    public string AcceleratorName { get; init; } = "accelerator";

    /// <summary>Power states of the accelerator, and its port to parameters on the die.</summary>
    public required AcceleratorFigures Accelerator { get; init; }

    /// <summary>Number of networks, each with shared parameters of its own. Default: 1.</summary>
    public int Networks { get; init; } = 1;

    /// <summary>Accelerators beside the first one, which streams may use at the same time. Default: none.</summary>
    public IReadOnlyList<AcceleratorUnit> OtherAccelerators { get; init; } = [];

    /// <summary>The memories, in the order of the results.</summary>
    public required IReadOnlyList<MemoryUnit> Memories { get; init; }

    /// <summary>The tasks. Frames refer to them by index.</summary>
    public required IReadOnlyList<TaskProgram> Tasks { get; init; }

    /// <summary>Size of the shared parameters as stored. Default: zero, for none.</summary>
    public DataSize SharedSet { get; init; }

    /// <summary>Size of the features between layers, of the task that needs most. Default: zero, for a system without addresses.</summary>
    public DataSize Activations { get; init; }

    /// <summary>
    /// True when a reload streams in layer by layer during the inference, where the working memory permits. Default: true.
    /// </summary>
    public bool ReloadOverlapsInference { get; init; } = true;

    /// <summary>Seed of all random streams. Default: 0.</summary>
    public ulong Seed { get; init; }
}
