using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Components;

/// <summary>What an activity takes and leaves, computed once and used for each such activity.</summary>
internal sealed class ActivityPlan
{
    public required ActivityKind Kind { get; init; }

    /// <summary>The components that are active meanwhile.</summary>
    public required int[] Users { get; init; }

    /// <summary>Energy of all postings, for the meter.</summary>
    public required double Joules { get; init; }

    /// <summary>Duration in picoseconds; zero for energy that takes no time.</summary>
    public required long Duration { get; init; }

    /// <summary>Where the energy is posted. Default: nowhere, for an activity whose effects post it.</summary>
    public EnergyShare[] Postings { get; init; } = [];

    /// <summary>
    /// Data that is only counted, such as reads that wear nothing. An effect would count them as well; as numbers they take no call.
    /// Default: none.
    /// </summary>
    public ActivityCount[] Counts { get; init; } = [];

    /// <summary>What it leaves besides energy. Default: nothing.</summary>
    public ActivityEffect[] Effects { get; init; } = [];

    /// <summary>Data bits, for listeners. Default: 0.</summary>
    public long Bits { get; init; }
}
