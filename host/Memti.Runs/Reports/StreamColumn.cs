using Memti.Documents.Numbers;

namespace Memti.Runs.Reports;

/// <summary>A figure of a stream: what reports call it and where its value is.</summary>
/// <param name="Key">Name in CSV, behind that of the stream.</param>
/// <param name="Title">Name for eyes, without its unit.</param>
/// <param name="Kind">What the figure is.</param>
/// <param name="Value">The value; null when the stream has none.</param>
public sealed record StreamColumn(string Key, string Title, StreamColumnKind Kind, Func<StreamRow, double?> Value)
{
    /// <summary>All columns in the order of the reports.</summary>
    public static IReadOnlyList<StreamColumn> All { get; } =
    [
        new("frames", "frames", StreamColumnKind.Count, static row => row.Frames),
        new("met", "met", StreamColumnKind.Count, static row => row.Met),
        new("late", "late", StreamColumnKind.Count, static row => row.Late),
        new("dropped", "dropped", StreamColumnKind.Count, static row => row.Dropped),
        new("open", "open", StreamColumnKind.Count, static row => row.Open),
        new("mean_latency_ms", "mean", StreamColumnKind.Latency, static row => row.MeanLatencyMs),
        new("latency_50_ms", "50 %", StreamColumnKind.Latency, static row => row.Latency50Ms),
        new("latency_95_ms", "95 %", StreamColumnKind.Latency, static row => row.Latency95Ms),
        new("latency_99_ms", "99 %", StreamColumnKind.Latency, static row => row.Latency99Ms),
        new("worst_latency_ms", "worst", StreamColumnKind.Latency, static row => row.WorstLatencyMs),
        new("real_time", "real time", StreamColumnKind.Score, static row => row.RealTime),
        new("energy_score", "energy", StreamColumnKind.Score, static row => row.EnergyScore),
        new("qoe", "QoE", StreamColumnKind.Score, static row => row.Qoe),
        new("score", "score", StreamColumnKind.Score, static row => row.Score),
    ];

    /// <summary>The figure of a stream for eyes; a hyphen for none.</summary>
    public string TextOf(StreamRow row)
    {
        double? value = Value(row);
        return Kind == StreamColumnKind.Count ? QuantityText.Count((long)value!) : QuantityText.Number(value);
    }
}
