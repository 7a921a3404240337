using Memti.Simulation.Ledger;
using Memti.Simulation.Systems;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Components;

/// <summary>How a machine runs. None of it changes a figure.</summary>
internal sealed record MachineOptions
{
    /// <summary>The tasks, which are the columns of the ledger.</summary>
    public required IReadOnlyList<string> Tasks { get; init; }

    /// <summary>Hears what happens. Default: null.</summary>
    public IMachineListener? Listener { get; init; }

    /// <summary>Receives the energy of each stepped frame. Default: null.</summary>
    public FrameTrace? Trace { get; init; }

    /// <summary>True to skip whole periods. Default: true.</summary>
    public bool Jump { get; init; } = true;

    /// <summary>Start of a time that is stepped through, in picoseconds since the start of the run. Default: 0.</summary>
    public Int128 SteppedFrom { get; init; }

    /// <summary>End of that time. Default: 0, for none.</summary>
    public Int128 SteppedUntil { get; init; }

    /// <summary>Receives the number of frames done. Default: null.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Deliveries between two calls of <see cref="Progress"/>.</summary>
    public long ProgressEvery { get; init; } = 65_536;

    /// <summary>Picoseconds after which the run window advances.</summary>
    public long RebaseAfter { get; init; } = RunLimits.RebaseAfter;
}
