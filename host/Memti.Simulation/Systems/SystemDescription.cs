using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;

namespace Memti.Simulation.Systems;

/// <summary>The hardware and its tasks, all sized and planned: everything a run needs but the workload and the firmware.</summary>
public sealed record SystemDescription
{
    /// <summary>Name of the accelerator in results. Default: <c>accelerator</c>.</summary>
    public string AcceleratorName { get; init; } = "accelerator";

    /// <summary>Power of the accelerator's states, and its port for parameters on the die.</summary>
    public required AcceleratorFigures Accelerator { get; init; }

    /// <summary>The memories, in the order of the results.</summary>
    public required IReadOnlyList<MemoryUnit> Memories { get; init; }

    /// <summary>The tasks; frames name them by index.</summary>
    public required IReadOnlyList<TaskProgram> Tasks { get; init; }

    /// <summary>Size of the parameters that all tasks share, as they lie in memory; zero, the default, where there are none.</summary>
    public DataSize SharedSet { get; init; }

    /// <summary>
    /// True when a reload streams in layer by layer under the inference, where the working memory permits. Default: true.
    /// </summary>
    public bool ReloadOverlapsInference { get; init; } = true;

    /// <summary>Seed of all random streams. Default: 0.</summary>
    public ulong Seed { get; init; }
}
