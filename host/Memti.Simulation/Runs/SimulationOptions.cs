using Memti.Simulation.Components;
using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
using Memti.Simulation.Traces;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Runs;

/// <summary>Options of a run. None of them changes its figures, except that <see cref="EstimateSteadyWear"/> adds an estimate.</summary>
public sealed record SimulationOptions
{
    /// <summary>True to skip whole periods once the run repeats itself. Default: true.</summary>
    public bool Jump { get; init; } = true;

    /// <summary>
    /// True to take the mean wear of the last frames when no period is found. Intended for <see cref="SteadyWear.Settling"/> only. Default:
    /// false.
    /// </summary>
    public bool EstimateSteadyWear { get; init; }

    /// <summary>Receives the number of frames done after every <see cref="ProgressEvery"/> deliveries and after each jump. Default:
    /// null.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Deliveries between two calls of <see cref="Progress"/>, at least 1. Default: 65,536.</summary>
    public long ProgressEvery { get; init; } = 65_536;

    /// <summary>Receives the energy of each stepped frame. Switch <see cref="Jump"/> off to receive all frames. Default: null.</summary>
    public FrameTrace? Trace { get; init; }

    /// <summary>
    /// Hears what happens in the machine. Switch <see cref="Jump"/> off to hear of all frames, or name a time with
    /// <see cref="SteppedFrom"/> and <see cref="SteppedUntil"/>. Default: null, which costs nothing.
    /// </summary>
    public IMachineListener? Listener { get; init; }

    /// <summary>
    /// Start of a time that is stepped through even when <see cref="Jump"/> is on, in picoseconds since the start of the run. Default: 0.
    /// </summary>
    public Int128 SteppedFrom { get; init; }

    /// <summary>End of that time in picoseconds. Default: 0, for none.</summary>
    public Int128 SteppedUntil { get; init; }

    /// <summary>
    /// Most operations, queries and events at one moment; beyond it, firmware counts as endless. At least 1. Default: 1,000,000.
    /// </summary>
    public int MostAtOneMoment { get; init; } = 1_000_000;

    /// <summary>Picoseconds after which the run window advances, 1 to 4e18. Default: 4e18 (46 days).</summary>
    public long RebaseAfter { get; init; } = RunLimits.RebaseAfter;

    /// <summary>The part that concerns the machine.</summary>
    internal MachineOptions ForMachine(SystemDescription system) => new()
    {
        Tasks = [.. system.Tasks.Select(static task => task.Name)],
        Listener = Listener,
        Trace = Trace,
        Jump = Jump,
        SteppedFrom = SteppedFrom,
        SteppedUntil = SteppedUntil,
        Progress = Progress,
        ProgressEvery = ProgressEvery,
        RebaseAfter = RebaseAfter,
    };
}
