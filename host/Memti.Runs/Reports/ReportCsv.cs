using System.Globalization;
using System.Text;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Runs.Reports;

/// <summary>
/// A report as CSV (RFC 4180): one line per design and figure, followed by operating point and frame counts, then figures and operating
/// point of each variant. A design that a processor runs has lines of its own. The column <c>reading</c> names the variant; it is empty
/// for the design itself.
/// </summary>
public static class ReportCsv
{
    private const string Head = "scenario,design,figure,value,reference,reference_status,ratio,status,reading\r\n";

    /// <summary>The report as text.</summary>
    public static string Render(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(Head);
        foreach (DesignReport design in report.Designs)
        {
            var lines = new Lines(text, report.Scenario, design.Name, Reading: "");
            foreach (Comparison figure in design.Comparisons)
                lines.Add(figure);
            lines.Add(design.OperatingPoint);
            lines.Add(design.Frames);
            if (design.Streams is { } streams)
                lines.Add(streams);
            if (design.Core is { } core)
                lines.Add(core);
            if (design.Supply is { } supply)
                lines.Add(supply);
        }

        foreach (DesignReport design in report.Designs)
            foreach (VariantRow variant in design.Variants)
            {
                var lines = new Lines(text, report.Scenario, design.Name, variant.Variant);
                foreach (ResultColumn column in ResultColumn.All)
                    lines.Add(column.Key, column.Value(variant.Figures));
                lines.Add(variant.OperatingPoint);
            }

        return text.ToString();
    }

    /// <summary>The lines of one design in one variant.</summary>
    private readonly record struct Lines(StringBuilder Text, string Scenario, string Design, string Reading)
    {
        public void Add(Comparison figure) => Add(
            figure.Column.Key,
            figure.Value,
            Number(figure.Reference),
            Word(figure.ReferenceStatus),
            Number(figure.Ratio),
            figure.Value is null ? "" : Word(figure.Status));

        public void Add(OperatingPoint point)
        {
            Add("fps", point.Fps);
            Add("frames", point.Frames);
            Add("frames_worked_on", point.FramesWorkedOn);
            Add("duration_s", point.DurationS);
            Add("energy_mj", point.EnergyMj);
            Add("average_power_mw", point.AveragePowerMw);
        }

        public void Add(FrameSummary frames)
        {
            Add("frames_met", frames.Met);
            Add("frames_late", frames.Late);
            Add("frames_dropped", frames.Skipped);
            Add("frames_empty", frames.Empty);
            Add("delivered_fps", frames.DeliveredFps);
            Add("mean_lateness_ms", frames.MeanLatenessMs);
            Add("lateness_95_ms", frames.Lateness95Ms);
            Add("lateness_99_ms", frames.Lateness99Ms);
            Add("worst_lateness_ms", frames.WorstLatenessMs);
        }

        public void Add(StreamSummary streams)
        {
            Add("streams_score", streams.Score);
            foreach (StreamRow stream in streams.Rows)
                foreach (StreamColumn column in StreamColumn.All)
                    Add($"stream_{stream.Stream}_{column.Key}", column.Value(stream));
        }

        public void Add(CoreSummary core)
        {
            Add("processor_instructions_per_frame", core.InstructionsPerFrame);
            Add("processor_active_share", core.ActiveShare);
            Add("processor_stalled_share", core.StalledShare);
            Add("processor_sleeping_share", core.SleepingShare);
            Add("processor_driver_ms", core.DriverMs);
            Add("processor_core_uj", core.CoreUj);
            Add("processor_accesses_uj", core.AccessesUj);
            Add("processor_policy_uj", core.PolicyUj);
            Add("processor_more_uj", core.MoreUj);
            Add("processor_more_busy_ms", core.MoreBusyMs);
        }

        public void Add(SupplySummary supply)
        {
            Add("supply_availability", supply.Availability);
            Add("supply_first_frame_s", supply.FirstFrameS);
            Add("supply_cold_starts", supply.ColdStarts);
            Add("supply_brown_outs", supply.BrownOuts);
            Add("supply_warnings", supply.Warnings);
            Add("supply_frames_cut", supply.FramesCut);
            Add("supply_frames_in_dark", supply.FramesInDark);
            Add("supply_torn_writes", supply.TornWrites);
            Add("supply_harvested_j", supply.HarvestedJ);
            Add("supply_converted_j", supply.ConvertedJ);
            Add("supply_refused_j", supply.RefusedJ);
            Add("supply_lost_j", supply.LostJ);
            Add("supply_storage_loss_j", supply.StorageLossJ);
            Add("supply_quiescent_j", supply.QuiescentJ);
            Add("supply_delivered_j", supply.DeliveredJ);
            Add("supply_start_j", supply.StartJ);
            Add("supply_left_j", supply.LeftJ);
            Add("supply_end_v", supply.EndV);
            Add("supply_life_days", supply.LifeDays);
        }

        public void Add(string figure, double? value) => Add(figure, value, "", "", "", "");

        private void Add(string figure, double? value, params string[] known) => Text
            .AppendJoin(',', [CsvText.Quote(Scenario), CsvText.Quote(Design), figure, Number(value), .. known, CsvText.Quote(Reading)])
            .Append("\r\n");

        private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

        private static string Word(NumberStatus? status) => status is null ? "" : StatusWord.Of(status.Value);
    }
}
