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
        var frames = new PageTable(
            "Frames of the streams", "design", "stream", "task", "frames", "met", "late", "dropped", "open", "real time", "energy", "QoE",
            "score");
        var latencies = new PageTable(
            "Latency from arrival to completion, ms", "design", "stream", "mean", "50 %", "95 %", "99 %", "worst");
        frames.Words(1, 2);
        latencies.Words(1);
        foreach (DesignReport design in report.Designs)
            foreach (StreamRow stream in design.Streams?.Rows ?? [])
            {
                frames.Add(
                    design.Name, Html.Of($"{design.Name}"), Html.Of($"{stream.Stream}"), Html.Of($"{stream.Task}"), Count(stream.Frames),
                    Count(stream.Met), Count(stream.Late), Count(stream.Dropped), Count(stream.Open), Number(stream.RealTime),
                    Number(stream.EnergyScore), Number(stream.Qoe), Number(stream.Score));
                latencies.Add(
                    design.Name, Html.Of($"{design.Name}"), Html.Of($"{stream.Stream}"), Number(stream.MeanLatencyMs),
                    Number(stream.Latency50Ms), Number(stream.Latency95Ms), Number(stream.Latency99Ms), Number(stream.WorstLatencyMs));
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

    private static Html Count(long value) => Html.Of($"{QuantityText.Count(value)}");

    private static Html Number(double? value) => Html.Of($"{QuantityText.Number(value)}");
}
