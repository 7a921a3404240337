using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>Streams of the designs that have some.</summary>
internal static class StreamTables
{
    public static string Render(RunReport report)
    {
        TextTable table = new TextTable(["design", "stream", "task", .. StreamColumn.All.Select(TitleOf)]).LeftAlign(1, 2);
        foreach (DesignReport design in report.Designs)
        {
            foreach (StreamRow stream in design.Streams?.Rows ?? [])
                table.Add([design.Name, stream.Stream, stream.Task, .. StreamColumn.All.Select(column => column.TextOf(stream))]);
            if (design.Streams is { } streams)
                table.Add(
                    [design.Name, "all", .. Enumerable.Repeat("", StreamColumn.All.Count), QuantityText.Number(streams.Score)]);
        }

        return table + string.Concat(report.Designs
            .Where(static design => design.Streams is not null)
            .Select(static design => $"{design.Name}: {Recurrence(design.Streams!, design.Frames)}\n"));
    }

    private static string TitleOf(StreamColumn column) =>
        column.Kind == StreamColumnKind.Latency ? column.Title + ", ms" : column.Title;

    private static string Recurrence(StreamSummary streams, FrameSummary frames)
    {
        if (streams.IsIrregular)
            return "arrivals are drawn or recorded, so that the run never recurs: every frame was stepped";
        if (streams.HyperperiodMs is not { } milliseconds)
            return "streams are together again after the run only: every frame was stepped";
        string period = $"streams are together again after {QuantityText.Number(milliseconds)} ms";
        return frames.Jumped > 0 ? period : period + "; every frame was stepped";
    }
}
