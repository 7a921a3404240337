using Memti.Runs.Running;
using Memti.Simulation.Runs;

namespace Memti.Runs.Reports;

/// <summary>
/// The workload of a design and what it spends on it. Average power times duration is the energy, and so is the energy per frame times
/// the frames worked on.
/// </summary>
/// <param name="Fps">Frames per second that the workload asks for.</param>
/// <param name="Frames">Frames of the workload.</param>
/// <param name="FramesWorkedOn">Frames that were worked on, late ones included, skipped ones not.</param>
/// <param name="DurationS">Simulated time in s: to the end of the last frame, or until the firmware is done.</param>
/// <param name="EnergyMj">Energy of the whole system in mJ.</param>
/// <param name="AveragePowerMw">That energy over the duration, in mW.</param>
public sealed record OperatingPoint(double Fps, long Frames, long FramesWorkedOn, double DurationS, double EnergyMj, double AveragePowerMw)
{
    internal static OperatingPoint Of(DesignOutcome outcome)
    {
        SimulationResult run = outcome.Workload;
        return new OperatingPoint(
            outcome.Design.Workload.FrameRate.PerSecond,
            run.Frames.Total,
            run.Frames.Completed,
            run.Seconds,
            run.Energy.Millijoules,
            run.MeanPower.Milliwatts);
    }
}
