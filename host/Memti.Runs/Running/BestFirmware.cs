using Memti.Abstractions.Diagnostics;
using Memti.Runs.Planning;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;

namespace Memti.Runs.Running;

/// <summary>
/// Finds the firmware under which a design takes the least energy per frame and misses no more frames than under its own. Each candidate is
/// tried over the start of the workload; the best one then runs over all of it.
/// </summary>
internal sealed class BestFirmware(
    DesignRunner runner,
    IReadOnlyList<FirmwareCandidate> candidates,
    SimulationOptions options,
    CancellationToken cancellationToken)
{
    /// <summary>Finds the best firmware of a design that has run.</summary>
    public BestFirmwareRun Of(CaseResult result)
    {
        PlannedDesign design = result.Outcome.Design;
        Workload start = CaseRunner.Sample(design.Workload);
        FirmwareTrial[] trials = [.. candidates.Select(candidate => Try(design, candidate, start)).OfType<FirmwareTrial>()];
        foreach (FirmwareTrial trial in trials.OrderBy(static trial => FrameEnergy.Of(trial.Result).Joules))
            if (Whole(result, trial, start) is { } run && run.Frames.Missed <= result.Outcome.Workload.Frames.Missed)
                return new BestFirmwareRun(trial.Firmware, run, trials);
        return new BestFirmwareRun(FirmwareCandidate.Of(result.Case.Design), result.Outcome.Workload, trials);
    }

    /// <summary>Runs a design under a firmware that is known to be the best one of the design as it stands.</summary>
    public BestFirmwareRun? Under(CaseResult result, FirmwareCandidate firmware)
    {
        PlannedDesign design = result.Outcome.Design;
        return Try(design, firmware, design.Workload) is { } trial ? new BestFirmwareRun(firmware, trial.Result, [trial]) : null;
    }

    private SimulationResult? Whole(CaseResult result, FirmwareTrial trial, Workload start)
    {
        if (trial.Firmware.ToString() == FirmwareCandidate.Of(result.Case.Design).ToString())
            return result.Outcome.Workload;
        PlannedDesign design = result.Outcome.Design;
        bool isWhole = design.Workload.Frames == start.Frames && design.Workload.Streams?.Duration == start.Streams?.Duration;
        return isWhole ? trial.Result : Try(design, trial.Firmware, design.Workload)?.Result;
    }

    /// <summary>A run; null where the firmware fails on this design.</summary>
    private FirmwareTrial? Try(PlannedDesign design, FirmwareCandidate candidate, Workload workload)
    {
        try
        {
            PlannedDesign tried = design with { Firmware = candidate.Component };
            return new FirmwareTrial(candidate, runner.RunWorkload(tried, workload, options, cancellationToken));
        }
        catch (MemtiException)
        {
            return null; // a firmware that fails on this design is not one that it can have
        }
    }
}
