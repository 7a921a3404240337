using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Runs;

/// <summary>How a run is carried out; none of it changes the result.</summary>
public sealed record SimulationOptions
{
    /// <summary>True to jump whole periods once the run repeats itself. Default: true.</summary>
    public bool Jump { get; init; } = true;

    /// <summary>
    /// True to take the mean wear of the last frames where no period is found, which only makes sense for <see cref="SteadyWear.Settling"/>.
    /// Default: false.
    /// </summary>
    public bool EstimateSteadyWear { get; init; }

    /// <summary>Receives the frames done, each time another <see cref="ProgressEvery"/> were delivered and after each jump.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Delivered frames between two calls of <see cref="Progress"/>. Default: 65,536.</summary>
    public long ProgressEvery { get; init; } = 65_536;

    /// <summary>Receives the energy of each stepped frame; switch <see cref="Jump"/> off to see all frames.</summary>
    public FrameTrace? Trace { get; init; }

    /// <summary>
    /// Operations, questions and events at one moment after which firmware is taken to go on for ever. Default: 1,000,000.
    /// </summary>
    public int MostAtOneMoment { get; init; } = 1_000_000;

    /// <summary>Picoseconds after which the run window is moved up; 1 to 4e18. Default: 4e18, 46 days.</summary>
    public long RebaseAfter { get; init; } = RunLimits.RebaseAfter;
}
