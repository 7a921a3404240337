using Memti.Simulation.Frames;

namespace Memti.Simulation.Wear;

/// <summary>
/// The wear of a workload that goes on for ever, without its deployments: what recurs, and what happens once at its start. It follows from
/// the system, the pattern and the firmware; how long a run lasts does not change it.
/// </summary>
public sealed class SteadyWear
{
    private readonly IReadOnlyList<IReadOnlyList<RegionRate>> _memories;

    internal SteadyWear(IReadOnlyList<IReadOnlyList<RegionRate>> memories, bool isExact) => (_memories, IsExact) = (memories, isExact);

    /// <summary>
    /// True when the run was back in an earlier state, so that the rates are exact; false when they are means over many frames, because the
    /// order is shuffled, the firmware makes no promise, or the state recurs too rarely.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>Rates of the regions of a memory that hold something or are written, in order.</summary>
    public IReadOnlyList<RegionRate> Of(int memory) => _memories[memory];

    /// <summary>The run in which the wear of a workload settles, for runs that are too short or too irregular to say it themselves.</summary>
    public static Workload Settling(Workload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        SteadyWindow window = SteadyWindow.Of(workload);
        return workload with { Frames = window.Settle + window.Measure, Deployments = [] };
    }
}
