using Memti.Abstractions.Cells;
using Memti.Abstractions.Training;
using Memti.Training.Trainers;

namespace Memti.Training.Faults;

/// <summary>Puts what memories give in the place of a network's parameters.</summary>
/// <param name="trainer">The network; its formats are chosen.</param>
/// <param name="shared">Where the parameters lie that tasks share; null for a safe memory.</param>
/// <param name="task">Where those of the task lie; null for a safe memory.</param>
public sealed class WeightFaults(GuardedTrainer trainer, FaultyRegion? shared, FaultyRegion? task)
{
    /// <summary>The network.</summary>
    public GuardedTrainer Trainer { get; } = trainer;

    /// <summary>Parts that lie in a memory with faults.</summary>
    public ParameterPart Faulty { get; } = (shared is null ? ParameterPart.None : ParameterPart.Shared) | (task is null ? ParameterPart.None : ParameterPart.Task);

    /// <summary>Reads the present codes, with the faults of a map where the memory has some, and lets the network compute with them.</summary>
    /// <param name="part">Which parameters.</param>
    /// <param name="map">The faults; null for none.</param>
    /// <returns>Cells that were misread.</returns>
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
