using Memti.Runs.Runs;
using Memti.Simulation.Runs;

namespace Memti.Runs.Reports;

/// <summary>Says what saved energies are set against.</summary>
internal static class BaselineReporter
{
    public static BaselineSummary AsItRuns(RunCase first) => Summary(first, FirmwareCandidate.Own(first.Design), first.Outcome!.Workload);

    public static BaselineSummary Best(RunCase first) => Summary(first, first.Best!.Firmware, first.Best.Workload);

    public static IReadOnlyList<BaselineSummary> Tried(RunCase first) =>
        [.. first.Best!.Trials.Select(trial => Summary(first, trial.Firmware, trial.Result))];

    private static BaselineSummary Summary(RunCase first, FirmwareCandidate firmware, SimulationResult run) =>
        new(first.Design.Name, firmware.Kind, firmware.Options, DesignMeasures.EnergyPerFrame(run).Millijoules, run.Frames.Missed);
}
