using Memti.Abstractions.Memories;
using Memti.Scenarios.Bindings;

namespace Memti.Scenarios.Designs;

/// <summary>A memory of a design.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Component">Its technology with options.</param>
/// <param name="Holds">What the scenario says that it holds; <see cref="PlacementMap"/> adds what no memory is said to hold.</param>
/// <param name="ResidentTasks">How many tasks' parameters it holds at a time; null for all.</param>
public sealed record MemorySpec(string Name, ComponentSpec Component, MemoryContents Holds, int? ResidentTasks)
{
    /// <summary>Tasks, by index, whose parameters stay in the memory once they are there, each in a place of its own.</summary>
    public IReadOnlyList<int> Pinned { get; init; } = [];

    /// <summary>Days between two scrubs; null for none.</summary>
    public double? ScrubDays { get; init; }

    /// <summary>
    /// True when a task's set is compared with what is in its slot, and only cells that change are written. Default: false.
    /// </summary>
    public bool WritesDifferences { get; init; }

    /// <summary>Address of its first byte on the bus; null for a memory that is not there.</summary>
    public ulong? At { get; init; }

    /// <summary>How many of some tasks' sets it holds at one time.</summary>
    public int Slots(int tasks) => Math.Min(ResidentTasks ?? tasks, tasks);
}
