using Memti.Simulation.Frames;

namespace Memti.Simulation.Wear;

/// <summary>
/// Wear of an endless workload without its deployments: recurring wear, and wear at its start. It follows from system, pattern and
/// firmware, not from the duration of a run.
/// </summary>
public sealed class SteadyWear
{
    private readonly IReadOnlyList<IReadOnlyList<RegionRate>> _memories;

    internal SteadyWear(IReadOnlyList<IReadOnlyList<RegionRate>> memories, bool isExact) => (_memories, IsExact) = (memories, isExact);

    /// <summary>
    /// True when the run returned to an earlier state, so that the rates are exact. False for means over many frames: the order is
    /// shuffled, the firmware makes no promise, or the state recurs too rarely.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>Rates of a memory's regions with contents or writes, in order.</summary>
    public IReadOnlyList<RegionRate> Of(int memory) => _memories[memory];

    /// <summary>A workload that is long enough to measure steady wear, for runs that are too short or too irregular.</summary>
    public static Workload Settling(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        SteadyWindow window = SteadyWindow.Of(workload);
        // Deployments are not part of the steady state; their writes are added to the lifetime separately.
        return workload.Lasting(window.Settle + window.Measure) with { Deployments = [] };
    }
}
