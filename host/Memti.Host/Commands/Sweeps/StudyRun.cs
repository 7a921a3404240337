using Memti.Runs.Sweeps.Running;
using Memti.Training.Studies;

namespace Memti.Host.Commands.Sweeps;

/// <summary>Runs studies over all bases that there are: scenarios and experiments.</summary>
internal static class StudyRun
{
    /// <summary>What runs the studies of a session.</summary>
    public static SweepRun Of(HostSession session) => new(session.Catalog, new ExperimentBaseKind(session.Catalog));
}
