using System.Globalization;
using System.Text;
using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>A report as printed tables: comparison, energy by cause, power, wear, memories, variants, calibrated numbers.</summary>
internal static class ReportTable
{
    private const double DaysPerYear = 365.25;

    public static string Render(RunReport report)
    {
        var text = new StringBuilder();
        text.Append(Title(report)).Append('\n');
        foreach (DesignReport design in report.Designs.Where(static design => design.Description.Length > 0))
            text.Append(CultureInfo.InvariantCulture, $"  {design.Name}: {design.Description}\n");
        Section(text, "Results", ComparisonTable.Render(report));
        Section(text, "Operating point", OperatingPoints(report));
        if (report.Weights is { } weights)
            Section(text, $"Weight images {weights.Manifest} in {string.Join(", ", weights.Designs)}", Weights(weights));
        Section(text, "Energy of a frame by cause, uJ", Energy(report));
        Section(text, "Power-down", PowerDown(report));
        if (report.Designs.Any(static design => design.Core is not null))
            Section(text, "Processor", ProcessorTable.Render(report));
        if (report.Designs.Any(static design => design.Supply is not null))
            Section(text, "Supply", SupplyTable.Render(report));
        Section(text, "Frames", Frames(report));
        if (report.Designs.Any(static design => design.Streams is not null))
            Section(text, "Streams, with latencies from arrival to completion", StreamTables.Render(report));
        Section(text, "Inference", Inference(report));
        foreach (DesignReport design in report.Designs)
            foreach (TimeExplanation time in design.Time)
                Section(text, TimeTable.Title(design.Name, time), TimeTable.Render(time));
        if (report.Designs.Any(static design => design.Lifetimes.Count > 0))
            Section(text, "Wear of non-volatile regions", Wear(report));
        Section(text, "Memories", Memories(report));
        Section(text, "What they are built of", Organisations(report));
        if (report.Designs.Any(static design => design.Variants.Count > 0))
            VariantTables.Render(report, (title, body) => Section(text, title, body));
        if (report.Calibration.Count > 0)
            Section(text, "Calibrated numbers", Calibration(report));
        return text.Append('\n').Append(Reproduction(report)).ToString();
    }

    private static string Title(RunReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Scenario}: {report.Designs.Count} design{(report.Designs.Count == 1 ? "" : "s")}{Workload(report)}\n");

    private static string Workload(RunReport report) => report is { Fps: { } fps, DurationSeconds: { } seconds }
        ? string.Create(CultureInfo.InvariantCulture, $", {fps:0.######} frames/s for {QuantityText.Number(seconds)} s")
        : ", each with a workload of its own";

    private static string OperatingPoints(RunReport report) => OneColumnPerDesign(report, "")
        .Add(["rate, frames/s", .. report.Designs.Select(static design => QuantityText.Number(design.OperatingPoint.Fps))])
        .Add(["frames", .. report.Designs.Select(static design => QuantityText.Count(design.OperatingPoint.Frames))])
        .Add(["duration, s", .. report.Designs.Select(static design => QuantityText.Number(design.OperatingPoint.DurationS))])
        .Add(["energy, mJ", .. report.Designs.Select(static design => QuantityText.Number(design.OperatingPoint.EnergyMj))])
        .Add(["average power, mW", .. report.Designs.Select(static design => QuantityText.Number(design.OperatingPoint.AveragePowerMw))])
        .ToString();

    private static void Section(StringBuilder text, string title, string body) => text.Append('\n').Append(title).Append('\n').Append(body);

    private static string Weights(DeploymentRow weights)
    {
        TextTable table = new("task", "accuracy", "95 % interval", "parameters, bytes");
        foreach (DeployedTaskRow task in weights.Tasks)
            table.Add(
                task.Task,
                task.Accuracy is { } mean ? QuantityText.Percent(mean) : "-",
                task.AccuracyLow is { } low && task.AccuracyHigh is { } high
                    ? $"{QuantityText.Percent(low)} to {QuantityText.Percent(high)}"
                    : "-",
                QuantityText.Number(task.SetBytes));
        return table.ToString();
    }

    private static string Energy(RunReport report)
    {
        TextTable table = OneColumnPerDesign(report, "cause");
        string[] causes = [.. report.Designs.SelectMany(static design => design.Energy).Select(static post => post.Cause).Distinct()];
        foreach (string cause in causes)
            table.Add(
                [
                    cause,
                    .. report.Designs
                        .Select(
                            design =>
                                QuantityText.Number(
                                    design.Energy.Where(post => post.Cause == cause).Sum(static post => post.MillijoulesPerFrame) * 1e3))
                ]);
        return table
            .Add(
                [
                    "total",
                    .. report.Designs
                        .Select(static design => QuantityText.Number(design.Energy.Sum(static post => post.MillijoulesPerFrame) * 1e3))
                ])
            .Add(
                [
                    "gap to the integral of power",
                    .. report.Designs.Select(static design => design.LedgerGap.ToString("0.0e+0", CultureInfo.InvariantCulture))
                ])
            .ToString();
    }

    private static string PowerDown(RunReport report) => OneColumnPerDesign(report, "")
        .Add(["firmware", .. report.Designs.Select(static design => design.Firmware)])
        .Add(["power-downs", .. report.Designs.Select(static design => QuantityText.Count(design.Power.PowerDowns))])
        .Add(["memories put to sleep", .. report.Designs.Select(static design => QuantityText.Count(design.Power.MemorySleeps))])
        .Add(["time awake", .. report.Designs.Select(static design => QuantityText.Percent(design.Power.AwakeShare))])
        .Add(["idle gap, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Power.IdleGapMs))])
        .Add(["break-even gap, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Power.BreakEvenMs))])
        .Add(["cost of a wake-up, uJ", .. report.Designs.Select(static design => QuantityText.Number(design.Power.WakeUpUj))])
        .Add(["time of a wake-up, us", .. report.Designs.Select(static design => QuantityText.Number(design.Power.WakeUpUs))])
        .Add(["power on and idle, mW", .. report.Designs.Select(static design => QuantityText.Number(design.Power.IdleMw))])
        .Add(["power when down, mW", .. report.Designs.Select(static design => QuantityText.Number(design.Power.OffMw))])
        .ToString();

    private static string Frames(RunReport report) => OneColumnPerDesign(report, "")
        .Add(["frames", .. report.Designs.Select(static design => QuantityText.Count(design.Frames.Total))])
        .Add(["met", .. report.Designs.Select(static design => QuantityText.Count(design.Frames.Met))])
        .Add(["late", .. report.Designs.Select(static design => QuantityText.Count(design.Frames.Late))])
        .Add(["dropped", .. report.Designs.Select(static design => QuantityText.Count(design.Frames.Skipped))])
        .Add(["without a task", .. report.Designs.Select(static design => QuantityText.Count(design.Frames.Empty))])
        .Add(["delivered, frames/s", .. report.Designs.Select(static design => QuantityText.Number(design.Frames.DeliveredFps))])
        .Add(["mean lateness, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Frames.MeanLatenessMs))])
        .Add(["lateness of 95 %, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Frames.Lateness95Ms))])
        .Add(["lateness of 99 %, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Frames.Lateness99Ms))])
        .Add(["worst lateness, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Frames.WorstLatenessMs))])
        .Add(["busy per frame, ms", .. report.Designs.Select(static design => QuantityText.Number(design.Frames.BusyMs))])
        .Add(
            [
                "stepped / jumped",
                .. report.Designs
                    .Select(static design => $"{QuantityText.Count(design.Frames.Stepped)} / {QuantityText.Count(design.Frames.Jumped)}")
            ])
        .ToString();

    private static string Inference(RunReport report)
    {
        TextTable table = new TextTable("design", "task", "ms", "set by", "shared parameters", "own parameters").LeftAlign(1, 3);
        foreach (DesignReport design in report.Designs)
            foreach (TaskTime task in design.Tasks)
                table.Add(
                    design.Name,
                    task.Task,
                    QuantityText.Number(task.InferenceMs),
                    task.Binding,
                    QuantityText.Count(task.SharedParameters),
                    QuantityText.Count(task.TaskParameters));
        return table.ToString();
    }

    private static string Wear(RunReport report)
    {
        TextTable table = new TextTable(
            "memory",
            "region",
            "endurance, cycles",
            "retention",
            "scrub",
            "writes per cell",
            "once",
            "per day",
            "lifetime",
            "bound by").LeftAlign(1, 9);
        foreach (DesignReport design in report.Designs)
            foreach (RegionLifetime region in design.Lifetimes)
                table.Add(
                    $"{design.Name}/{region.Memory}",
                    region.Region,
                    QuantityText.Number(region.Endurance),
                    QuantityText.Lifetime(region.RetentionDays / DaysPerYear),
                    QuantityText.Lifetime(region.ScrubDays / DaysPerYear),
                    QuantityText.Count((long)region.WritesPerCell),
                    QuantityText.Count((long)region.WritesOnce),
                    QuantityText.Number(region.WritesPerDay),
                    region.Years is null ? "not worn" : QuantityText.Lifetime(region.Years),
                    region.Bound == "none" ? "" : region.Bound);
        return table.ToString();
    }

    private static string Memories(RunReport report)
    {
        TextTable table = new TextTable("memory", "kind", "holds", "contents, KiB", "capacity, KiB", "cells", "mm2", "on, mW").LeftAlign(
            1, 2);
        foreach (DesignReport design in report.Designs)
            foreach (MemoryRow memory in design.Memories)
                table.Add(
                    $"{design.Name}/{memory.Memory}",
                    memory.Kind,
                    memory.Holds,
                    QuantityText.Number(memory.ContentsKib),
                    QuantityText.Number(memory.CapacityKib),
                    QuantityText.Count(memory.Cells),
                    QuantityText.Number(memory.AreaMm2),
                    QuantityText.Number(memory.OnMw));
        return table.ToString();
    }

    private static string Organisations(RunReport report)
    {
        TextTable table = new TextTable("memory", "a set replaces", "organisation").LeftAlign(1, 2);
        foreach (DesignReport design in report.Designs)
            foreach (MemoryRow memory in design.Memories)
                table.Add($"{design.Name}/{memory.Memory}", memory.Writes ?? "", memory.Organisation);
        return table.ToString();
    }

    private static string Calibration(RunReport report)
    {
        TextTable table = new TextTable("number", "value", "status", "fitted to").LeftAlign(2, 3);
        foreach (CalibrationRow line in report.Calibration)
            table.Add(line.Number, line.Value, StatusWord.Of(line.Status), FittedTo(line));
        return table.ToString();
    }

    private static string FittedTo(CalibrationRow line) => line.FittedTo.Count switch
    {
        0 => "",
        1 => line.FittedTo[0],
        _ => $"{line.FittedTo[0]} and {line.FittedTo.Count - 1} more",
    };

    private static string Reproduction(RunReport report)
    {
        string overrides = string.Concat(report.Overrides.Select(static set => $" --set {set}"));
        string calibration = report.CalibrationSha256 is { } hash ? $", calibration sha256 {hash[..16]}" : "";
        return $"memti {report.Version}, scenario sha256 {report.ScenarioSha256[..16]}{calibration}, seed "
            + $"{report.Seed.ToString(CultureInfo.InvariantCulture)}{overrides}\n";
    }

    internal static TextTable OneColumnPerDesign(RunReport report, string corner) =>
        new([corner, .. report.Designs.Select(static design => design.Name)]);
}
