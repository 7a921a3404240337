using Memti.Abstractions.Units;
using Memti.Runs.Running;
using Memti.Simulation.Streams;

namespace Memti.Runs.Reports;

/// <summary>The streams of a design.</summary>
/// <param name="Score">Mean score of the streams of which a frame was done or dropped, 0 to 100; null where none was.</param>
/// <param name="HyperperiodMs">
/// Milliseconds after which all streams are where they were; null where every frame is stepped, because <see cref="IsIrregular"/> or
/// because it is longer than the run.
/// </param>
/// <param name="IsIrregular">True when arrivals are drawn or recorded, so that the run never recurs.</param>
/// <param name="Rows">The streams in the order of the scenario.</param>
public sealed record StreamSummary(double? Score, double? HyperperiodMs, bool IsIrregular, IReadOnlyList<StreamRow> Rows)
{
    private const double Percent = 100;

    internal static StreamSummary? Of(DesignOutcome outcome)
    {
        IReadOnlyList<StreamResult> streams = outcome.Workload.Streams;
        if (streams.Count == 0)
            return null;
        double[] scores = [.. streams.Select(static stream => stream.Score).OfType<double>()];
        return new StreamSummary(
            scores.Length == 0 ? null : Percent * scores.Average(),
            (double?)outcome.Design.Workload.HyperperiodPicoseconds * 1e-9,
            outcome.Design.Workload.Streams is { IsIrregular: true },
            [.. streams.Select(stream => RowOf(stream, outcome.Design.Tasks[stream.Task].Name))]);
    }

    private static StreamRow RowOf(StreamResult stream, string task) => new(
        stream.Name,
        task,
        stream.Arrived,
        stream.Met,
        stream.Late,
        stream.Dropped,
        stream.Open,
        Latency(stream, stream.MeanLatency),
        Latency(stream, stream.Latency50),
        Latency(stream, stream.Latency95),
        Latency(stream, stream.Latency99),
        Latency(stream, stream.WorstLatency),
        stream.RealTime,
        stream.Energy,
        stream.Quality,
        stream.Score * Percent);

    private static double? Latency(StreamResult stream, SimTime latency) => stream.Done == 0 ? null : latency.Milliseconds;
}
