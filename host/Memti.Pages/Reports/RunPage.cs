using System.Globalization;
using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Runs.Charts;
using Memti.Runs.Reports;

namespace Memti.Pages.Reports;

/// <summary>The report of a run as a page.</summary>
public static class RunPage
{
    private const double DaysPerYear = 365.25;

    /// <summary>The page. Equal reports give equal bytes.</summary>
    /// <param name="report">The report.</param>
    /// <param name="command">The command that writes the page again.</param>
    public static string Of(RunReport report, string command)
    {
        ArgumentNullException.ThrowIfNull(report);
        PageSection?[] sections =
        [
            new("results", "Results", FigureTable.Of(report)),
            new("energy", "Energy", Energy(report)),
            TimelineSection.Of(report),
            Lifetimes(report),
            new("memories", "Memories and cells", Memories(report)),
            new("time", "Frames and power", Frames(report)),
            StreamSection.Of(report),
            Variants(report),
            Numbers(report),
            new("provenance", "Provenance", ProvenanceSection.Of(report, command)),
        ];
        return PageShell.Of(
            report.Scenario, "run", Lead(report), [.. sections.OfType<PageSection>()], TimelineSection.Data(report), "page.js", "run.js");
    }

    private static Html Lead(RunReport report)
    {
        string count = report.Designs.Count == 1 ? "One design" : $"{report.Designs.Count} designs";
        string workload = report is { Fps: { } fps, DurationSeconds: { } seconds }
            ? $"{QuantityText.Number(fps)} frames/s for {QuantityText.Number(seconds)} s"
            : "each with a workload of its own";
        IEnumerable<Html> designs = report.Designs.Select(static (design, place) => Html.Of($"""
            <li><label><input type="checkbox" name="design" value="{design.Name}" checked> <b>{design.Name}</b></label>
            <span>{design.Description}</span></li>

            """));
        return Html.Of($"""
            <p class="lead">{count}, {workload}.</p>
            <fieldset class="designs" id="filter"><legend>Designs shown</legend><ul>{designs}</ul></fieldset>

            """);
    }

    private static Html Energy(RunReport report)
    {
        var table = new PageTable("Energy of a frame by posting", "design", "component", "cause", "task", "µJ per frame");
        table.Words(1, 2, 3);
        foreach (DesignReport design in report.Designs)
            foreach (EnergyPost post in design.Energy)
                table.Add(
                    design.Name,
                    Html.Of($"{design.Name}"),
                    Html.Of($"{post.Component}"),
                    Html.Of($"{post.Cause.Replace('_', ' ')}"),
                    Html.Of($"{post.Task ?? "–"}"),
                    Html.Of($"{QuantityText.Number(post.MillijoulesPerFrame * 1e3)}"));
        IEnumerable<Html> gaps = report.Designs.Select(static (design, place) => Html.Of(
            $"{(place == 0 ? "" : ", ")}{design.Name} {design.LedgerGap.ToString("0.0e+0", CultureInfo.InvariantCulture)}"));
        return Html.Of($"""
            <div class="pair">{Charts(report, ReportChart.Energy, ReportChart.EnergyShare, ReportChart.Components)}{Tornados(report)}</div>
            <p class="note">Every joule is posted to a component and a cause. Relative gap between the sum of the postings and an
            independent integral of power: {gaps}.</p>
            <details><summary>All postings</summary>{table.ToHtml()}</details>

            """);
    }

    private static IEnumerable<Html> Charts(RunReport report, params IEnumerable<ReportChart> charts) => charts
        .Select(chart => (Id: "chart-" + chart.ToString().ToLowerInvariant(), Chart: ReportCharts.Of(report, chart)))
        .Where(static drawn => drawn.Chart is not null)
        .Select(static drawn => PageChart.Of(drawn.Id, drawn.Chart!));

    private static IEnumerable<Html> Tornados(RunReport report) => report.Designs
        .Select((design, place) => (Design: design.Name, Id: $"chart-sensitivity-{place}", Chart: ReportCharts.Sensitivity(report, design)))
        .Where(static drawn => drawn.Chart is not null)
        .Select(static drawn => Html.Of($"""<div data-design="{drawn.Design}">{PageChart.Of(drawn.Id, drawn.Chart!)}</div>"""));

    private static PageSection? Lifetimes(RunReport report)
    {
        if (!report.Designs.Any(static design => design.Lifetimes.Count > 0))
            return null;
        var table = new PageTable(
            "Wear and retention",
            "memory", "region", "endurance, cycles", "retention", "scrub", "writes per cell", "once", "per day", "lifetime", "ends by");
        table.Words(1, 9);
        foreach (DesignReport design in report.Designs)
            foreach (RegionLifetime life in design.Lifetimes)
                table.Add(
                    design.Name,
                    Html.Of($"{design.Name} / {life.Memory}"),
                    Html.Of($"{life.Region}"),
                    Html.Of($"{QuantityText.Number(life.Endurance)}"),
                    Html.Of($"{QuantityText.Lifetime(life.RetentionDays / DaysPerYear)}"),
                    Html.Of($"{QuantityText.Lifetime(life.ScrubDays / DaysPerYear)}"),
                    Html.Of($"{QuantityText.Number(life.WritesPerCell)}"),
                    Html.Of($"{QuantityText.Number(life.WritesOnce)}"),
                    Html.Of($"{QuantityText.Number(life.WritesPerDay)}"),
                    Html.Of($"{(life.Years is null ? "no end" : QuantityText.Lifetime(life.Years))}"),
                    Html.Of($"{(life.Bound == "none" ? "–" : life.Bound)}"));
        return new PageSection("lifetime", "Wear and lifetime", Html.Of($"""
            <div class="pair">{Charts(report, ReportChart.Lifetime)}</div>
            {table.ToHtml()}
            """));
    }

    private static Html Memories(RunReport report)
    {
        var table = new PageTable(
            "Memories as they were built",
            "memory", "kind", "holds", "contents, KiB", "capacity, KiB", "cells", "mm²", "on, mW", "built of");
        table.Words(1, 2, 8);
        foreach (DesignReport design in report.Designs)
            foreach (MemoryRow memory in design.Memories)
                table.Add(
                    design.Name,
                    Html.Of($"{design.Name} / {memory.Memory}"),
                    Html.Of($"{memory.Kind}"),
                    Html.Of($"{memory.Holds.Replace("+", ", ", StringComparison.Ordinal).Replace('_', ' ')}"),
                    Html.Of($"{QuantityText.Number(memory.ContentsKib)}"),
                    Html.Of($"{QuantityText.Number(memory.CapacityKib)}"),
                    Html.Of($"{QuantityText.Count(memory.Cells)}"),
                    Html.Of($"{QuantityText.Number(memory.AreaMm2)}"),
                    Html.Of($"{QuantityText.Number(memory.OnMw)}"),
                    Html.Of($"<span class=\"fine\">{memory.Organisation}</span>"));
        return table.ToHtml();
    }

    private static Html Frames(RunReport report)
    {
        var frames = new PageTable(
            "Frames of the workload",
            "design", "frames", "met", "late", "dropped", "no task", "busy per frame, ms", "delivered, frames/s", "average power, mW");
        var power = new PageTable(
            "Power-down and its balance",
            "design", "firmware", "power-downs", "time awake", "idle gap, ms", "break-even, ms", "wake-up, µJ", "wake-up, µs", "idle, mW",
            "down, mW");
        var time = new PageTable(
            "Inference", "design", "task", "ms", "set by", "shared parameters", "own parameters");
        power.Words(1);
        time.Words(1, 3);
        foreach (DesignReport design in report.Designs)
        {
            (FrameSummary frame, PowerSummary down) = (design.Frames, design.Power);
            frames.Add(
                design.Name, Html.Of($"{design.Name}"), Count(frame.Total), Count(frame.Met), Count(frame.Late), Count(frame.Skipped),
                Count(frame.Empty), Number(frame.BusyMs), Number(frame.DeliveredFps), Number(design.OperatingPoint.AveragePowerMw));
            power.Add(
                design.Name, Html.Of($"{design.Name}"), Html.Of($"{design.Firmware}"), Count(down.PowerDowns),
                Html.Of($"{QuantityText.Percent(down.AwakeShare)}"), Number(down.IdleGapMs), Number(down.BreakEvenMs),
                Number(down.WakeUpUj), Number(down.WakeUpUs), Number(down.IdleMw), Number(down.OffMw));
            foreach (TaskTime task in design.Tasks)
                time.Add(
                    design.Name, Html.Of($"{design.Name}"), Html.Of($"{task.Task}"), Number(task.InferenceMs), Html.Of($"{task.Binding}"),
                    Count(task.SharedParameters), Count(task.TaskParameters));
        }

        return Html.Of($"{frames.ToHtml()}{power.ToHtml()}{time.ToHtml()}");
    }

    private static PageSection? Variants(RunReport report)
    {
        if (!report.Designs.Any(static design => design.Variants.Count > 0))
            return null;
        var table = new PageTable("Other readings of the rules", "variant", "design", "peak rate, frames/s", "energy per frame, mJ");
        table.Words(1);
        foreach (IGrouping<string, (VariantRow Variant, string Design)> variant in report.Designs
            .SelectMany(static design => design.Variants.Select(variant => (Variant: variant, Design: design.Name)))
            .GroupBy(static row => row.Variant.Variant))
            foreach ((VariantRow row, string design) in variant)
                table.Add(
                    design, Html.Of($"{row.Variant}"), Html.Of($"{design}"), Number(row.Figures.MaxFps),
                    Number(row.Figures.EnergyPerFrameMj));
        IEnumerable<Html> meanings = report.Designs[0].Variants.Select(static variant =>
            Html.Of($"<dt>{variant.Variant}</dt><dd>{variant.Description}</dd>"));
        return new PageSection("variants", "Variants", Html.Of($"""
            <dl class="terms">{meanings}</dl>
            <details><summary>Figures under each variant</summary>{table.ToHtml()}</details>
            """));
    }

    private static PageSection? Numbers(RunReport report)
    {
        if (report.Numbers.Count == 0)
            return null;
        var fitted = report.Calibration.ToLookup(static line => line.Number, static line => line.FittedTo);
        var table = new PageTable("Uncertain numbers behind the results", "number", "value", "status", "source", "fitted to");
        table.Words(2, 3, 4);
        foreach (NumberRow number in report.Numbers)
            table.Add(
                null,
                Html.Of($"<code>{number.Number}</code>"),
                Html.Of($"{number.Value}"),
                Badge.Of(number.Status),
                Html.Of($"{number.Source}"),
                Html.Of($"{string.Join(", ", fitted[number.Number].SelectMany(static results => results))}"));
        return new PageSection("numbers", "Numbers and sources", Html.Of($"""
            <p class="note">Numbers that the scenario does not set: calibrated, defaults of plugins that are fitted or assumed, and those of
            cells. A result is as well known as the weakest number that it rests on.</p>
            <p class="search"><label for="find">Find a number</label> <input type="search" id="find" data-finds="numbers"></p>
            {table.ToHtml()}
            """));
    }

    private static Html Count(long value) => Html.Of($"{QuantityText.Count(value)}");

    private static Html Number(double? value) => Html.Of($"{QuantityText.Number(value)}");
}
