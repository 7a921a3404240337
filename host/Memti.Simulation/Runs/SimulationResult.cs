using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Masters.Cores;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Streams;
using Memti.Simulation.Supplies;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Runs;

/// <summary>Result of a run.</summary>
public sealed record SimulationResult
{
    /// <summary>Names of the components in the order of postings and residencies: the accelerator, the memories, then
    /// the processor where firmware runs on one.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    /// <summary>Simulated time in picoseconds.</summary>
    public required Int128 Picoseconds { get; init; }

    /// <summary>Simulated time in seconds.</summary>
    public double Seconds => (double)Picoseconds * 1e-12;

    /// <summary>Counts of met, late, skipped and empty frames.</summary>
    public required FrameCounts Frames { get; init; }

    /// <summary>Time from delivery to completion of a frame.</summary>
    public required BusyTime Busy { get; init; }

    /// <summary>All energy postings, ordered by component, cause and task.</summary>
    public required IReadOnlyList<EnergyPosting> Ledger { get; init; }

    /// <summary>Sum of the ledger in units of 1e-27 J.</summary>
    public required Int128 Rontojoules { get; init; }

    /// <summary>Sum of the ledger.</summary>
    public Energy Energy => Energy.FromJoules(Quantity.Joules(Rontojoules));

    /// <summary>Mean power over the run.</summary>
    public Power MeanPower => Power.FromWatts(Seconds > 0 ? Energy.Joules / Seconds : 0);

    /// <summary>Integral of power over time, computed without the ledger.</summary>
    public required Energy Integral { get; init; }

    /// <summary>Difference of ledger and integral, relative to the larger; at most 1e-9 plus rounding of powers.</summary>
    public required double RelativeGap { get; init; }

    /// <summary>Time in each state, ordered by component and state.</summary>
    public required IReadOnlyList<StateResidency> Residency { get; init; }

    /// <summary>Number of power-downs of the system.</summary>
    public required long PowerDowns { get; init; }

    /// <summary>Number of wake-ups of the system.</summary>
    public required long Wakes { get; init; }

    /// <summary>Number of times that a single memory went to sleep while the system was on.</summary>
    public required long MemorySleeps { get; init; }

    /// <summary>The last power-down balance that firmware requested; null when it requested none.</summary>
    public required PowerDownCost? LastPowerDownCost { get; init; }

    /// <summary>Number of inferences of each task.</summary>
    public required IReadOnlyList<long> Inferences { get; init; }

    /// <summary>Transfers of each memory, ordered by memory and direction.</summary>
    public required IReadOnlyList<MemoryTransfers> Transfers { get; init; }

    /// <summary>Wear of each memory.</summary>
    public required IReadOnlyList<MemoryWear> Wear { get; init; }

    /// <summary>
    /// Recurring wear and wear at the start. Null when nothing wears or fades, and when the run did not return to an earlier state before
    /// its first deployment; <see cref="Memti.Simulation.Wear.SteadyWear.Settling"/> then gives a run to measure it.
    /// </summary>
    public required SteadyWear? SteadyWear { get; init; }

    /// <summary>Parameter sets that arrived but were never delivered, because no frame was left.</summary>
    public required int UndeliveredDeployments { get; init; }

    /// <summary>Number of stepped events.</summary>
    public required long EventsStepped { get; init; }

    /// <summary>Number of stepped frames.</summary>
    public required long FramesStepped { get; init; }

    /// <summary>Number of skipped frames.</summary>
    public required long FramesJumped { get; init; }

    /// <summary>The last skipped period in frames; null without a jump.</summary>
    public required long? Period { get; init; }

    /// <summary>What became of each stream, in their order; empty for a workload without streams. Default: empty.</summary>
    public IReadOnlyList<StreamResult> Streams { get; init; } = [];

    /// <summary>What the core did; null for managed firmware.</summary>
    public CoreResult? Core { get; init; }

    /// <summary>What the supply did; null for one that always has enough.</summary>
    public SupplyResult? Supply { get; init; }
}
