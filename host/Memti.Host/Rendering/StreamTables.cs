using Memti.Documents.Numbers;
using Memti.Runs.Reports;

namespace Memti.Host.Rendering;

/// <summary>Streams of the designs that have some.</summary>
internal static class StreamTables
{
    public static string Render(RunReport report)
    {
        TextTable table = new TextTable(
            "design", "stream", "task", "frames", "met", "late", "dropped", "open", "mean, ms", "50 %, ms", "95 %, ms", "99 %, ms",
            "worst, ms", "real time", "energy", "QoE", "score").LeftAlign(1, 2);
        foreach (DesignReport design in report.Designs)
        {
            foreach (StreamRow stream in design.Streams?.Rows ?? [])
                table.Add(
                    design.Name,
                    stream.Stream,
                    stream.Task,
                    QuantityText.Count(stream.Frames),
                    QuantityText.Count(stream.Met),
                    QuantityText.Count(stream.Late),
                    QuantityText.Count(stream.Dropped),
                    QuantityText.Count(stream.Open),
                    QuantityText.Number(stream.MeanLatencyMs),
                    QuantityText.Number(stream.Latency50Ms),
                    QuantityText.Number(stream.Latency95Ms),
                    QuantityText.Number(stream.Latency99Ms),
                    QuantityText.Number(stream.WorstLatencyMs),
                    QuantityText.Number(stream.RealTime),
                    QuantityText.Number(stream.EnergyScore),
                    QuantityText.Number(stream.Qoe),
                    QuantityText.Number(stream.Score));
            if (design.Streams is { } streams)
                table.Add(
                    [design.Name, "all", .. Enumerable.Repeat("", 14), QuantityText.Number(streams.Score)]);
        }

        return table + string.Concat(report.Designs
            .Where(static design => design.Streams is not null)
            .Select(static design => $"{design.Name}: {Recurrence(design.Streams!, design.Frames)}\n"));
    }

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
