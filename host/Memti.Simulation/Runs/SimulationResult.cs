using Memti.Abstractions.Firmware;
using Memti.Abstractions.Units;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Transfers;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Runs;

/// <summary>What came of a run.</summary>
public sealed record SimulationResult
{
    /// <summary>Names of the components, as postings and residencies number them: the accelerator, then the memories.</summary>
    public required IReadOnlyList<string> Components { get; init; }

    /// <summary>Simulated time.</summary>
    public required Int128 Picoseconds { get; init; }

    /// <summary>Simulated time in seconds.</summary>
    public double Seconds => (double)Picoseconds * 1e-12;

    /// <summary>What became of the frames.</summary>
    public required FrameCounts Frames { get; init; }

    /// <summary>Time from delivery to completion of a frame.</summary>
    public required BusyTime Busy { get; init; }

    /// <summary>Every joule, ordered by component, cause and task.</summary>
    public required IReadOnlyList<EnergyPosting> Ledger { get; init; }

    /// <summary>Sum of the ledger in units of 1e-27 J.</summary>
    public required Int128 Rontojoules { get; init; }

    /// <summary>Sum of the ledger.</summary>
    public Energy Energy => Energy.FromJoules(Quantity.Joules(Rontojoules));

    /// <summary>Mean power over the run.</summary>
    public Power MeanPower => Power.FromWatts(Seconds > 0 ? Energy.Joules / Seconds : 0);

    /// <summary>Integral of power over time, found without the ledger.</summary>
    public required Energy Integral { get; init; }

    /// <summary>Distance between ledger and integral, relative to the ledger; at most 1e-9.</summary>
    public required double RelativeGap { get; init; }

    /// <summary>Energy from the delivery of one frame to that of the next.</summary>
    public required EnergyPerFrame FrameEnergy { get; init; }

    /// <summary>Time in each state, ordered by component and state.</summary>
    public required IReadOnlyList<StateResidency> Residency { get; init; }

    /// <summary>Times that firmware switched the system down.</summary>
    public required long PowerDowns { get; init; }

    /// <summary>Times that firmware switched it on again.</summary>
    public required long Wakes { get; init; }

    /// <summary>Times that firmware let a single memory sleep while the system was on.</summary>
    public required long MemorySleeps { get; init; }

    /// <summary>The last balance of a power-down that firmware asked for; null when it never did.</summary>
    public required PowerDownCost? LastPowerDownCost { get; init; }

    /// <summary>Inferences of each task.</summary>
    public required IReadOnlyList<long> Inferences { get; init; }

    /// <summary>What each memory moved, ordered by memory and direction.</summary>
    public required IReadOnlyList<MemoryTransfers> Transfers { get; init; }

    /// <summary>Wear of each memory.</summary>
    public required IReadOnlyList<MemoryWear> Wear { get; init; }

    /// <summary>
    /// The wear that recurs and the wear of the start; null when nothing wears or fades, and when the run did not come back to an earlier
    /// state before its first deployment: the settling run of <see cref="Memti.Simulation.Wear.SteadyWear.Settling"/> then says it.
    /// </summary>
    public required SteadyWear? SteadyWear { get; init; }

    /// <summary>Parameter sets that arrived but were never handed to firmware, because the frames to do so ran out.</summary>
    public required int UndeliveredDeployments { get; init; }

    /// <summary>Events that were stepped.</summary>
    public required long EventsStepped { get; init; }

    /// <summary>Frames that were stepped.</summary>
    public required long FramesStepped { get; init; }

    /// <summary>Frames that were jumped.</summary>
    public required long FramesJumped { get; init; }

    /// <summary>The last period that was jumped, in frames; null when nothing was.</summary>
    public required long? Period { get; init; }
}
