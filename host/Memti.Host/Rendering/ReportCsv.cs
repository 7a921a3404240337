using System.Globalization;
using System.Text;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Host.Rendering;

/// <summary>
/// A report as CSV (RFC 4180): one line per design and figure, its operating point and what became of its frames behind them, then figures and
/// operating point for each other reading. The column <c>reading</c> is empty for the design as it stands.
/// </summary>
internal static class ReportCsv
{
    public static string Render(RunReport report)
    {
        var text = new StringBuilder("scenario,design,figure,value,reference,reference_status,ratio,status,reading\r\n");
        foreach (DesignReport design in report.Designs)
        {
            foreach (Comparison figure in design.Comparisons)
                Line(text, report, design, figure.Column.Key, figure.Value, Number(figure.Reference), Word(figure.ReferenceStatus), Number(figure.Ratio), figure.Value is null ? "" : Word(figure.Status), "");
            Point(text, report, design, design.OperatingPoint, "");
            Frames(text, report, design);
        }

        foreach (DesignReport design in report.Designs)
            foreach (VariantLine variant in design.Variants)
            {
                foreach (ResultColumn column in ResultColumn.All)
                    Line(text, report, design, column.Key, column.Value(variant.Figures), "", "", "", "", variant.Variant);
                Point(text, report, design, variant.OperatingPoint, variant.Variant);
            }

        return text.ToString();
    }

    private static void Point(StringBuilder text, RunReport report, DesignReport design, OperatingPoint point, string reading)
    {
        (string Figure, double Value)[] values =
        [
            ("fps", point.Fps), ("frames", point.Frames), ("frames_worked_on", point.FramesWorkedOn), ("duration_s", point.DurationS),
            ("energy_mj", point.EnergyMj), ("average_power_mw", point.AveragePowerMw),
        ];
        foreach ((string figure, double value) in values)
            Line(text, report, design, figure, value, "", "", "", "", reading);
    }

    private static void Frames(StringBuilder text, RunReport report, DesignReport design)
    {
        FrameCounts frames = design.Frames;
        (string Figure, double Value)[] values =
        [
            ("frames_met", frames.Met), ("frames_late", frames.Late), ("frames_dropped", frames.Skipped), ("frames_empty", frames.Empty),
            ("delivered_fps", frames.DeliveredFps), ("mean_lateness_ms", frames.MeanLatenessMs), ("lateness_95_ms", frames.Lateness95Ms),
            ("lateness_99_ms", frames.Lateness99Ms), ("worst_lateness_ms", frames.WorstLatenessMs),
        ];
        foreach ((string figure, double value) in values)
            Line(text, report, design, figure, value, "", "", "", "", "");
    }

    private static void Line(StringBuilder text, RunReport report, DesignReport design, string figure, double? value, params string[] rest) =>
        text.AppendJoin(',', (string[])[CsvField.Quote(report.Scenario), CsvField.Quote(design.Name), figure, Number(value), .. rest]).Append("\r\n");

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Word(Abstractions.NumberStatus? status) => status is null ? "" : StatusWord.Of(status.Value);
}
