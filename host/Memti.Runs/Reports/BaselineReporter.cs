using Memti.Runs.Running;
using Memti.Simulation.Runs;

namespace Memti.Runs.Reports;

/// <summary>Says what saved energies are set against.</summary>
internal static class BaselineReporter
{
    public static BaselineSummary AsItRuns(CaseResult first) =>
        Summary(first, FirmwareCandidate.Of(first.Case.Design), first.Outcome.Workload);

    public static BaselineSummary Best(CaseResult first) => Summary(first, first.Best!.Firmware, first.Best.Workload);

    public static IReadOnlyList<BaselineSummary> Tried(CaseResult first) =>
        [.. first.Best!.Trials.Select(trial => Summary(first, trial.Firmware, trial.Result))];

    private static BaselineSummary Summary(CaseResult first, FirmwareCandidate firmware, SimulationResult run) =>
        new(first.Case.Design.Name, firmware.Kind, firmware.Options, FrameEnergy.Of(run).Millijoules, run.Frames.Missed);
}
