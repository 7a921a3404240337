using System.Text.Json;
using Memti.Runs.Reports;
using Memti.Runs.Sweeps.Results;
using Memti.Simulation.Ledger;

namespace Memti.Runs.Sweeps.Metrics;

/// <summary>
/// Every figure that a study may ask for, by its name: those of a design's report that are one number, and those of an experiment.
/// </summary>
public static class MetricCatalog
{
    private static readonly Dictionary<string, int> Places = [];

    static MetricCatalog()
    {
        All = [.. Figures(), .. OfWorkload(), .. OfPower(), .. OfEnergy(), .. OfMemories(), .. OfCore(), .. OfStreams()];
        OfRuns = [.. Enumerable.Range(0, All.Count)];
        All = [.. All, .. OfAccuracy()];
        OfExperiments = [.. Enumerable.Range(OfRuns.Count, All.Count - OfRuns.Count)];
        for (int index = 0; index < All.Count; index++)
            Places.Add(All[index].Name, index);
    }

    /// <summary>All metrics, in the order of the report.</summary>
    public static IReadOnlyList<MetricColumn> All { get; }

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(static column => column.Name)];

    /// <summary>Those of a design's report.</summary>
    public static IReadOnlyList<int> OfRuns { get; }

    /// <summary>Those of a task in a storage variant of an experiment.</summary>
    public static IReadOnlyList<int> OfExperiments { get; }

    /// <summary>The metrics of a study that names none: the figures by which a report compares designs.</summary>
    public static IReadOnlyList<int> Default { get; } = [.. Enumerable.Range(0, ResultColumn.All.Count)];

    /// <summary>Index of a metric among all; null for one that is not known.</summary>
    public static int? Find(string name) => Places.TryGetValue(name, out int index) ? index : null;

    private static IEnumerable<MetricColumn> Figures()
    {
        foreach (ResultColumn column in ResultColumn.All)
            yield return new MetricColumn(
                new SweepMetric(column.Key, column.Title, UnitOf(column.Title)), design => column.Value(design.Figures));
        yield return Column(
            "relative_energy", "energy per frame over the first design's", "", static design => 1 / design.Figures.SavedEnergy);
    }

    private static IEnumerable<MetricColumn> OfWorkload() =>
    [
        Column("fps", "frame rate, frames/s", "frames/s", static design => design.OperatingPoint.Fps),
        Column("frames", "frames", "", static design => design.OperatingPoint.Frames),
        Column("frames_worked_on", "frames worked on", "", static design => design.OperatingPoint.FramesWorkedOn),
        Column("duration_s", "simulated time, s", "s", static design => design.OperatingPoint.DurationS),
        Column("energy_mj", "energy, mJ", "mJ", static design => design.OperatingPoint.EnergyMj),
        Column("average_power_mw", "average power, mW", "mW", static design => design.OperatingPoint.AveragePowerMw),
        Column("frames_met", "frames met", "", static design => design.Frames.Met),
        Column("frames_late", "frames late", "", static design => design.Frames.Late),
        Column("frames_dropped", "frames dropped", "", static design => design.Frames.Skipped),
        Column("frames_empty", "frames without a task", "", static design => design.Frames.Empty),
        Column("delivered_fps", "delivered rate, frames/s", "frames/s", static design => design.Frames.DeliveredFps),
        Column("mean_lateness_ms", "mean lateness, ms", "ms", static design => design.Frames.MeanLatenessMs),
        Column("lateness_95_ms", "lateness of 95 %, ms", "ms", static design => design.Frames.Lateness95Ms),
        Column("lateness_99_ms", "lateness of 99 %, ms", "ms", static design => design.Frames.Lateness99Ms),
        Column("worst_lateness_ms", "worst lateness, ms", "ms", static design => design.Frames.WorstLatenessMs),
        Column("busy_ms", "busy per frame, ms", "ms", static design => design.Frames.BusyMs),
        Column("slowest_inference_ms", "slowest inference, ms", "ms", static design => design.Tasks.Max(static task => task.InferenceMs)),
        Column("reload_bytes_per_frame", "reloaded per frame, bytes", "bytes", static design => design.ReloadBytesPerFrame),
    ];

    private static IEnumerable<MetricColumn> OfPower() =>
    [
        Column("power_downs", "power-downs", "", static design => design.Power.PowerDowns),
        Column("memory_sleeps", "sleeps of a memory", "", static design => design.Power.MemorySleeps),
        Column("awake_share", "share of time awake", "", static design => design.Power.AwakeShare),
        Column("idle_gap_ms", "idle gap, ms", "ms", static design => design.Power.IdleGapMs),
        Column("break_even_ms", "break-even gap, ms", "ms", static design => design.Power.BreakEvenMs),
        Column("wake_up_uj", "energy of a wake-up, uJ", "uJ", static design => design.Power.WakeUpUj),
        Column("wake_up_us", "time of a wake-up, us", "us", static design => design.Power.WakeUpUs),
        Column("idle_mw", "power when idle, mW", "mW", static design => design.Power.IdleMw),
        Column("off_mw", "power when down, mW", "mW", static design => design.Power.OffMw),
    ];

    private static IEnumerable<MetricColumn> OfEnergy() => Enum.GetValues<EnergyCause>().Select(static cause =>
    {
        string word = JsonNamingPolicy.SnakeCaseLower.ConvertName(cause.ToString());
        return Column(
            $"energy_{word}_mj",
            $"energy of {word.Replace('_', ' ')} per frame, mJ",
            "mJ",
            design => design.Energy.Where(post => post.Cause == word).Sum(static post => post.MillijoulesPerFrame));
    });

    private static IEnumerable<MetricColumn> OfMemories() =>
    [
        Column("memory_area_mm2", "all memories, mm2", "mm2", static design => design.Memories.Sum(static memory => memory.AreaMm2)),
        Column("memory_on_mw", "standing power of memories, mW", "mW", static design => design.Memories.Sum(static memory => memory.OnMw)),
        Column(
            "memory_capacity_kib", "capacity of memories, KiB", "KiB", static design => design.Memories.Sum(static one => one.CapacityKib)),
        Column("memory_cells", "cells of memories", "", static design => design.Memories.Sum(static memory => (double)memory.Cells)),
        Column("writes_per_day", "writes of the most-written region, per day", "1/day", static design =>
            design.Lifetimes.Count == 0 ? null : design.Lifetimes.Max(static region => region.WritesPerDay)),
    ];

    private static IEnumerable<MetricColumn> OfCore() =>
    [
        Column("processor_instructions_per_frame", "instructions per frame", "", static design => design.Core?.InstructionsPerFrame),
        Column("processor_active_share", "share of time the processor works", "", static design => design.Core?.ActiveShare),
        Column("processor_stalled_share", "share of time the processor waits", "", static design => design.Core?.StalledShare),
        Column("processor_driver_ms", "processor busy per frame, ms", "ms", static design => design.Core?.DriverMs),
        Column("processor_core_uj", "processor per frame, uJ", "uJ", static design => design.Core?.CoreUj),
        Column("processor_more_uj", "firmware over policy, uJ", "uJ", static design => design.Core?.MoreUj),
    ];

    private static IEnumerable<MetricColumn> OfStreams() =>
    [
        Column("streams_score", "score of streams", "", static design => design.Streams?.Score),
        Column(
            "streams_met_share", "frames of streams met over done and dropped", "", static design => Share(design, static row => row.Met)),
        Column("streams_qoe", "worst quality of experience", "", static design => design.Streams?.Rows.Min(static row => row.Qoe)),
        Column(
            "streams_latency_99_ms",
            "longest latency of 99 % of a stream, ms",
            "ms",
            static design => design.Streams?.Rows.Max(static row => row.Latency99Ms)),
    ];

    /// <summary>Accuracies are shares of the test images, 0 to 1. A report of a run has none of them.</summary>
    private static IEnumerable<MetricColumn> OfAccuracy() =>
    [
        OfExperiment("float_accuracy", "accuracy in floating point"),
        OfExperiment("baseline_accuracy", "accuracy in fixed point, without faults"),
        OfExperiment("before_mean", "mean accuracy before retraining"),
        OfExperiment("before_worst", "worst accuracy before retraining"),
        OfExperiment("after_mean", "mean accuracy after retraining"),
        OfExperiment("after_worst", "worst accuracy after retraining"),
        OfExperiment("accuracy_difference", "accuracy that retraining adds"),
        OfExperiment("task_share", "share of the parameters that belong to the task"),
    ];

    private static MetricColumn OfExperiment(string name, string title) => Column(name, title, "", static _ => null);

    private static double? Share(DesignReport design, Func<StreamRow, long> part)
    {
        if (design.Streams is not { } streams)
            return null;
        long all = streams.Rows.Sum(static row => row.Met + row.Late + row.Dropped);
        return all == 0 ? null : (double)streams.Rows.Sum(part) / all;
    }

    private static MetricColumn Column(string name, string title, string unit, Func<DesignReport, double?> value) =>
        new(new SweepMetric(name, title, unit), value);

    // Titles of the report end with their unit behind a comma; an "x" is no unit.
    private static string UnitOf(string title) =>
        title.LastIndexOf(", ", StringComparison.Ordinal) is var comma && comma >= 0 && title[(comma + 2)..] is var unit && unit != "x"
            ? unit
            : "";
}
