using System.Text.Json;
using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Wear;

namespace Memti.Runs.Reports;

/// <summary>Turns a design's runs into the lines of its report.</summary>
internal static class DesignReporter
{
    private const double SecondsPerDay = 86400;

    public static DesignReport Report(
        DesignOutcome outcome, DesignFigures figures, IReadOnlyList<Comparison> comparisons, IReadOnlyList<VariantRow> variants) => new()
        {
            Name = outcome.Design.Name,
            Description = outcome.Design.Description,
            Firmware = outcome.Design.Firmware.Kind,
            OperatingPoint = OperatingPoint.Of(outcome),
            Figures = figures,
            Comparisons = comparisons,
            Energy = Energy(outcome),
            LedgerGap = outcome.Workload.RelativeGap,
            Tasks = [.. outcome.Design.Tasks.Select((task, index) => Time(task, outcome.Design.System.Tasks[index].Plan))],
            Lifetimes =
            [
                .. outcome.Lifetimes
                    .Select(life => Lifetime(life, outcome.Workload.Wear.First(wear => wear.Memory == life.Memory))),
            ],
            ReloadBytesPerFrame = Reload(outcome),
            Memories = [.. outcome.Design.Memories.Select(Memory)],
            Power = PowerOf(outcome.Workload),
            Core = CoreSummary.Of(outcome),
            Supply = SupplySummary.Of(outcome),
            Streams = StreamSummary.Of(outcome),
            Frames = Frames(outcome.Workload),
            Timeline = outcome.Timeline,
            Variants = variants,
        };

    private static EnergyPost[] Energy(DesignOutcome outcome)
    {
        SimulationResult run = outcome.Workload;
        return [.. run.Ledger.Where(static posting => posting.Rontojoules != 0).Select(posting => new EnergyPost(
            run.Components[posting.Component],
            JsonNamingPolicy.SnakeCaseLower.ConvertName(posting.Cause.ToString()),
            posting.Task < 0 ? null : outcome.Design.Tasks[posting.Task].Name,
            posting.Energy.Millijoules / FrameEnergy.Frames(run)))];
    }

    private static TaskTime Time(TaskDescription task, InferencePlan plan) =>
        new(task.Name, plan.Duration.Milliseconds, plan.Binding, task.SharedParameters, task.TaskParameterCount);

    private static double? Reload(DesignOutcome outcome)
    {
        const MemoryContents Written =
            MemoryContents.TaskSpecific | MemoryContents.Shared | MemoryContents.Activations | MemoryContents.Input;
        PlannedMemory? working =
            outcome.Design.Memories.FirstOrDefault(static memory => (memory.Unit.Holds & Written) == MemoryContents.TaskSpecific);
        return working is null
            ? null
            : (double)outcome.Workload.Wear.First(wear => wear.Memory == working.Unit.Name).BitsWritten
                / 8
                / FrameEnergy.Frames(outcome.Workload);
    }

    private static RegionLifetime Lifetime(MemoryLifetime life, MemoryWear wear) => new()
    {
        Memory = life.Memory,
        Region = life.Region,
        Endurance = wear.Endurance,
        RetentionDays = wear.RetentionSeconds / SecondsPerDay,
        ScrubDays = wear.ScrubSeconds / SecondsPerDay,
        WritesPerCell = wear.Rewrites,
        WritesOnce = life.Once,
        WritesPerDay = life.PerSecond * SecondsPerDay,
        Bound = JsonNamingPolicy.SnakeCaseLower.ConvertName(life.Bound.ToString()),
        Years = life.Years,
    };

    private static MemoryRow Memory(PlannedMemory memory)
    {
        MemoryFigures figures = memory.Unit.Figures;
        return new MemoryRow(
            memory.Unit.Name,
            memory.Kind,
            Holds(memory.Unit.Holds | memory.Unit.Copies),
            figures.Capacity.Kibibytes,
            memory.Contents.Kibibytes,
            figures.Cells,
            figures.CellsUsed,
            figures.Area.SquareMillimetres,
            (figures.OnPower + figures.RefreshPower).Milliwatts,
            figures.Organisation,
            memory.Unit.Holds.HasFlag(MemoryContents.TaskSpecific) ? memory.Writes : null);
    }

    private static string Holds(MemoryContents contents) => string.Join('+', Enum.GetValues<MemoryContents>()
        .Where(content => content != MemoryContents.None && contents.HasFlag(content))
        .Select(static content => JsonNamingPolicy.SnakeCaseLower.ConvertName(content.ToString())));

    private static PowerSummary PowerOf(SimulationResult run)
    {
        PowerDownCost? cost = run.LastPowerDownCost;
        return new PowerSummary(
            run.PowerDowns,
            run.MemorySleeps,
            1
                - (run.Residency
                    .Where(static state => state.Component == 0 && state.State == PowerState.Off)
                    .Sum(static state => state.Seconds) / run.Seconds),
            Math.Max(0, (run.Seconds / Math.Max(1, run.Frames.Total - run.Frames.Empty)) - run.Busy.MeanSeconds) * 1e3,
            cost is { } balance && balance.BreakEven != SimTime.MaxValue ? balance.BreakEven.Milliseconds : null,
            cost?.Transition.Microjoules,
            cost?.WakeLatency.Microseconds,
            cost?.OnPower.Milliwatts,
            cost?.OffPower.Milliwatts);
    }

    private static FrameSummary Frames(SimulationResult run) => new(
        run.Frames.Total,
        run.Frames.Met,
        run.Frames.Late,
        run.Frames.Skipped,
        run.Frames.Empty,
        run.Frames.Completed / run.Seconds,
        run.Frames.MeanLateness.Milliseconds,
        run.Frames.Lateness95.Milliseconds,
        run.Frames.Lateness99.Milliseconds,
        run.Frames.WorstLateness.Milliseconds,
        run.Busy.MeanSeconds * 1e3,
        run.FramesStepped,
        run.FramesJumped,
        run.EventsStepped);
}
