using Memti.Abstractions;
using Memti.Simulation;

namespace Memti.Hosting;

/// <summary>From where the accelerator reads each kind of data: the memory that holds it, else the backing store.</summary>
internal sealed class PlacementRule(IReadOnlyList<PlannedMemory> memories, bool hasShared)
{
    public Placement Placement() => new()
    {
        SharedWeights = hasShared ? Port(MemoryRoles.Shared) : null,
        TaskWeights = Port(MemoryRoles.TaskSpecific),
        Activations = Port(MemoryRoles.Activations),
        Input = Port(MemoryRoles.Input),
    };

    private MemoryPort Port(MemoryRoles role)
    {
        MemoryUnit unit = (memories.FirstOrDefault(memory => memory.Unit.Roles.HasFlag(role)) ?? memories.First(static memory => memory.Unit.Roles.HasFlag(MemoryRoles.AllTasks))).Unit;
        return new MemoryPort(unit.Name, unit.Figures.OnChip, unit.Figures.Read, unit.Figures.Write);
    }
}
