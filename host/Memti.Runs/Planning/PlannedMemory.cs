using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Runs.Deployments;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>A memory of a design, sized for its contents.</summary>
/// <param name="Unit">The memory as the simulator takes it.</param>
/// <param name="Kind">Technology.</param>
/// <param name="Contents">What it holds at one time.</param>
public sealed record PlannedMemory(MemoryUnit Unit, string Kind, DataSize Contents)
{
    /// <summary>Which cells a set is written to when it replaces another one. Default: every cell.</summary>
    public string Writes { get; init; } = SlotReplacements.Blind;

    /// <summary>What its model was asked; null when it was not planned.</summary>
    internal MemoryQuestion? Question { get; init; }

    /// <summary>The cells that its model asked for, by the name that it used.</summary>
    internal IReadOnlyDictionary<string, MemoryCell> Cells { get; init; } = new Dictionary<string, MemoryCell>();

    /// <summary>The arrays that its model had solved, in their order.</summary>
    internal IReadOnlyList<ArrayRequest> Solved { get; init; } = [];

    /// <summary>True when its area counts as weight memory: on the chip, and with weights in it.</summary>
    public bool IsWeightMemory =>
        Unit.Figures.OnChip && (Unit.Holds & (MemoryContents.Shared | MemoryContents.TaskSpecific | MemoryContents.AllTasks)) != 0;
}
