using System.Text.Json.Serialization;

namespace Memti.Runs.Reports;

/// <summary>What became of the frames of a stream.</summary>
/// <param name="Stream">Its name.</param>
/// <param name="Task">Its task.</param>
/// <param name="Frames">Frames that arrived.</param>
/// <param name="Met">Frames done by their deadline.</param>
/// <param name="Late">Frames done after it.</param>
/// <param name="Dropped">Frames that were dropped.</param>
/// <param name="Open">Frames that waited or were under way when the run ended.</param>
/// <param name="MeanLatencyMs">Mean time from arrival to completion; null where no frame was done, as for the other latencies.</param>
/// <param name="Latency50Ms">Latency that half of the frames do not exceed.</param>
/// <param name="Latency95Ms">Latency that 95 % do not exceed.</param>
/// <param name="Latency99Ms">Latency that 99 % do not exceed.</param>
/// <param name="WorstLatencyMs">Greatest latency.</param>
/// <param name="RealTime">Mean real-time score of the frames that were done; null without any.</param>
/// <param name="EnergyScore">Mean energy score of the frames that were done; null without any.</param>
/// <param name="Qoe">Quality of experience: frames done over frames done and dropped; null where none was either.</param>
/// <param name="Score">Score, 0 to 100; null where no frame was done or dropped.</param>
public sealed record StreamRow(
    string Stream,
    string Task,
    long Frames,
    long Met,
    long Late,
    long Dropped,
    long Open,
    double? MeanLatencyMs,
    [property: JsonPropertyName("latency_50_ms")] double? Latency50Ms,
    [property: JsonPropertyName("latency_95_ms")] double? Latency95Ms,
    [property: JsonPropertyName("latency_99_ms")] double? Latency99Ms,
    double? WorstLatencyMs,
    double? RealTime,
    double? EnergyScore,
    double? Qoe,
    double? Score);
