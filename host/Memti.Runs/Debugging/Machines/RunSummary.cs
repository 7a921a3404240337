using Memti.Simulation.Masters.Cores;
using Memti.Simulation.Runs;

namespace Memti.Runs.Debugging.Machines;

/// <summary>A finished run in a few lines. It is what was debugged: whatever the debugger wrote is part of it.</summary>
internal static class RunSummary
{
    public static string Of(SimulationResult run) => MonitorText.Table(
    [
        ["ended by", run.Core is { HasFinished: true } ? "the firmware, with a pass" : "the end of the workload"],
        ["simulated time, s", MonitorText.Seconds(run.Picoseconds)],
        ["energy, mJ", MonitorText.Number(run.Energy.Millijoules)],
        ["average power, mW", MonitorText.Number(run.MeanPower.Milliwatts)],
        ["frames", MonitorText.Count(run.Frames.Total)],
        ["met", MonitorText.Count(run.Frames.Met)],
        ["late", MonitorText.Count(run.Frames.Late)],
        ["dropped", MonitorText.Count(run.Frames.Skipped)],
        ["without a task", MonitorText.Count(run.Frames.Empty)],
        ["power-downs", MonitorText.Count(run.PowerDowns)],
        .. run.Core is { } core ? Core(core) : [],
    ]);

    private static string[][] Core(CoreResult core) =>
    [
        ["instructions", MonitorText.Count(core.Instructions)],
        ["active cycles", MonitorText.Count(core.ActiveCycles)],
        ["stalled cycles", MonitorText.Count(core.StalledCycles)],
    ];
}
