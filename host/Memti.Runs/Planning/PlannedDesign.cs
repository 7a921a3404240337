using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Scenarios.Bindings;
using Memti.Simulation.Frames;
using Memti.Simulation.Systems;

namespace Memti.Runs.Planning;

/// <summary>A design with everything sized and planned, ready to run.</summary>
public sealed record PlannedDesign
{
    /// <summary>Name in the scenario.</summary>
    public required string Name { get; init; }

    /// <summary>What the design is.</summary>
    public required string Description { get; init; }

    /// <summary>The memories in the order of the scenario.</summary>
    public required IReadOnlyList<PlannedMemory> Memories { get; init; }

    /// <summary>The tasks' parameters.</summary>
    public required IReadOnlyList<TaskDescription> Tasks { get; init; }

    /// <summary>Hardware and tasks as the simulator takes them.</summary>
    public required SystemDescription System { get; init; }

    /// <summary>The frames to work on.</summary>
    public required Workload Workload { get; init; }

    /// <summary>The firmware; each run has one of its own made, because a policy may remember.</summary>
    public required ComponentSpec Firmware { get; init; }

    /// <summary>True when its memories hold the weight images of the run. Default: false.</summary>
    public bool RunsImages { get; init; }

    /// <summary>What firmware sees on the bus; null for a design without one.</summary>
    public PlannedMachine? Machine { get; init; }

    /// <summary>The supply; null for one that always has enough.</summary>
    public PlannedSupply? Supply { get; init; }

    /// <summary>What the file of the network leaves out.</summary>
    internal IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>What the accelerator said; null when it was not planned.</summary>
    internal PlannedInferences? Inferences { get; init; }

    /// <summary>True for a design whose parts a moved number left what they were. Both come from one design of the scenario.</summary>
    internal bool IsUnmoved(PlannedDesign before) =>
        ReferenceEquals(Inferences, before.Inferences)
        && Firmware.Content == before.Firmware.Content
        && Machine?.Processor?.Content == before.Machine?.Processor?.Content
        && Memories.Zip(before.Memories).All(static pair => ReferenceEquals(pair.First, pair.Second) || IsEqual(pair.First, pair.Second));

    private static bool IsEqual(PlannedMemory one, PlannedMemory other) => one.Unit == other.Unit && one.Contents == other.Contents;
}
