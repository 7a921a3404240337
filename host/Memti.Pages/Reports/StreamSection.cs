using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Runs.Reports;

namespace Memti.Pages.Reports;

/// <summary>What became of the frames of each stream.</summary>
internal static class StreamSection
{
    public static PageSection? Of(RunReport report)
    {
        if (!report.Designs.Any(static design => design.Streams is not null))
            return null;
        StreamColumn[] counted = [.. StreamColumn.All.Where(static column => column.Kind != StreamColumnKind.Latency)];
        StreamColumn[] timed = [.. StreamColumn.All.Where(static column => column.Kind == StreamColumnKind.Latency)];
        var frames = new PageTable(
            "Frames of the streams", ["design", "stream", "task", .. counted.Select(static column => column.Title)]);
        var latencies = new PageTable(
            "Latency from arrival to completion, ms", ["design", "stream", .. timed.Select(static column => column.Title)]);
        frames.Words(1, 2);
        latencies.Words(1);
        foreach (DesignReport design in report.Designs)
            foreach (StreamRow stream in design.Streams?.Rows ?? [])
            {
                frames.Add(design.Name, [.. Cells(counted, stream, design.Name, stream.Stream, stream.Task)]);
                latencies.Add(design.Name, [.. Cells(timed, stream, design.Name, stream.Stream)]);
            }

        IEnumerable<Html> scores = report.Designs
            .Where(static design => design.Streams is not null)
            .Select(static (design, place) => Html.Of(
                $"{(place == 0 ? "" : ", ")}{design.Name} {QuantityText.Number(design.Streams!.Score)}"));
        string[] irregular =
            [.. report.Designs.Where(static design => design.Streams is { IsIrregular: true }).Select(static design => design.Name)];
        Html never = irregular.Length == 0
            ? Html.None
            : Html.Of($"""
                <p class="note">Arrivals of {string.Join(", ", irregular)} are drawn or recorded: such a run never recurs.</p>

                """);
        return new PageSection("streams", "Streams", Html.Of($"""
            <p class="note">Scores, 0 to 100, of all streams together: {scores}. A frame scores by how far from its deadline it was done and
            by the energy of its inference; a stream also by the share of its frames that were not dropped.</p>
            {never}{frames.ToHtml()}{latencies.ToHtml()}
            """));
    }

    private static IEnumerable<Html> Cells(StreamColumn[] columns, StreamRow stream, params string[] words) =>
        words.Concat(columns.Select(column => column.TextOf(stream))).Select(static text => Html.Of($"{text}"));
}
