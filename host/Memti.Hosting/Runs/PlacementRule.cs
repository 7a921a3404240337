using Memti.Abstractions;
using Memti.Simulation;

namespace Memti.Hosting;

/// <summary>From where the accelerator reads each kind of data: the memory that holds it, else the backing store.</summary>
internal sealed class PlacementRule(IReadOnlyList<PlannedMemory> memories, bool hasShared)
{
    public Placement Placement() => new()
    {
        SharedWeights = hasShared ? Port(MemoryContents.Shared) : null,
        TaskWeights = Port(MemoryContents.TaskSpecific),
        Activations = Port(MemoryContents.Activations),
        Input = Port(MemoryContents.Input),
    };

    private MemoryPort Port(MemoryContents role)
    {
        MemoryUnit unit = (memories.FirstOrDefault(memory => memory.Unit.Holds.HasFlag(role)) ?? memories.First(static memory => memory.Unit.Holds.HasFlag(MemoryContents.AllTasks))).Unit;
        return new MemoryPort(unit.Name, unit.Figures.OnChip, unit.Figures.SustainedRead, unit.Figures.Write);
    }
}
