using Memti.Simulation;

namespace Memti.Hosting;

/// <summary>Says what saved energies are set against.</summary>
internal static class BaselineReporter
{
    public static BaselineSummary AsItRuns(RunTask first) => Summary(first, FirmwareCandidate.Own(first.Design), first.Outcome!.Workload);

    public static BaselineSummary Best(RunTask first) => Summary(first, first.Best!.Firmware, first.Best.Workload);

    public static IReadOnlyList<BaselineSummary> Tried(RunTask first) =>
        [.. first.Best!.Trials.Select(trial => Summary(first, trial.Firmware, trial.Result))];

    private static BaselineSummary Summary(RunTask first, FirmwareCandidate firmware, SimulationResult run) =>
        new(first.Design.Name, firmware.Kind, firmware.Options, DesignMeasures.EnergyPerFrame(run).Millijoules, run.Frames.Missed);
}
