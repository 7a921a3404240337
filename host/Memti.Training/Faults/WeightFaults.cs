using Memti.Abstractions.Cells;
using Memti.Abstractions.Training;
using Memti.Training.Trainers;

namespace Memti.Training.Faults;

/// <summary>Replaces a network's parameters by the values that its memories return.</summary>
/// <param name="trainer">The network; its formats are chosen.</param>
/// <param name="shared">Region of the shared parameters; null for a memory without faults.</param>
/// <param name="task">Region of the task's parameters; null for a memory without faults.</param>
public sealed class WeightFaults(GuardedTrainer trainer, FaultyRegion? shared, FaultyRegion? task)
{
    /// <summary>The network.</summary>
    public GuardedTrainer Trainer { get; } = trainer;

    /// <summary>Parts in a memory with faults.</summary>
    public ParameterPart Faulty { get; } =
        (shared is null ? ParameterPart.None : ParameterPart.Shared) | (task is null ? ParameterPart.None : ParameterPart.Task);

    /// <summary>Reads the present codes with the faults of a map, and lets the network compute with them.</summary>
    /// <param name="part">The parameters to read.</param>
    /// <param name="map">The faults; null for none.</param>
    /// <returns>Number of misread cells.</returns>
    public long OverrideCodes(ParameterPart part, FaultMap? map) =>
        OverrideCodes(part & ParameterPart.Shared, shared, map?.Shared) + OverrideCodes(part & ParameterPart.Task, task, map?.Task);

    private long OverrideCodes(ParameterPart part, FaultyRegion? region, FaultSeed? seed)
    {
        if (part == ParameterPart.None)
            return 0;
        RegionReader? reader = region is not null && seed is { } faults ? region.Read(faults) : null;
        Trainer.TransformCodes(part, (tensor, codes) => reader?.Corrupt(tensor, codes));
        return reader?.Misread ?? 0;
    }
}
