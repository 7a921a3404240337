using Memti.Abstractions;
using Memti.Simulation;

namespace Memti.Hosting;

/// <summary>A memory of a design, sized for its contents.</summary>
/// <param name="Unit">The memory as the simulator takes it.</param>
/// <param name="Kind">Technology.</param>
/// <param name="Contents">What it holds at one time.</param>
public sealed record PlannedMemory(MemoryUnit Unit, string Kind, DataSize Contents)
{
    /// <summary>Which cells a set is written to when it replaces another one. Default: every cell.</summary>
    public string Writes { get; init; } = SlotReplacements.Blind;

    /// <summary>True when its area counts as weight memory: on the chip, and with weights in it.</summary>
    public bool IsWeightMemory => Unit.Figures.OnChip && (Unit.Holds & (MemoryContents.Shared | MemoryContents.TaskSpecific | MemoryContents.AllTasks)) != 0;
}
