using System.Text.Json.Serialization;

namespace Memti.Runs.Reports;

/// <summary>
/// What became of the frames of a workload. Each was met, late, skipped or empty; the statistics of lateness are over the late frames,
/// and zero when there were none.
/// </summary>
/// <param name="Total">Frames of the workload.</param>
/// <param name="Met">Finished by their deadline, the start of the next frame.</param>
/// <param name="Late">Finished after their deadline.</param>
/// <param name="Skipped">Dropped: never started, because their whole slot had passed, or never finished.</param>
/// <param name="Empty">Without a task, so that nothing was to be done.</param>
/// <param name="DeliveredFps">Finished frames per second of simulated time, late ones included.</param>
/// <param name="MeanLatenessMs">Mean time past the deadline, in ms.</param>
/// <param name="Lateness95Ms">Time past the deadline that 95 % of the late frames do not exceed, in ms.</param>
/// <param name="Lateness99Ms">Time past the deadline that 99 % of the late frames do not exceed, in ms.</param>
/// <param name="WorstLatenessMs">Longest time past a deadline, in ms.</param>
/// <param name="BusyMs">Mean time from the start of a frame to its last inference, in ms.</param>
/// <param name="Stepped">Frames simulated event by event.</param>
/// <param name="Jumped">Frames jumped over, because the state had recurred.</param>
/// <param name="Events">Events simulated.</param>
public sealed record FrameSummary(
    long Total,
    long Met,
    long Late,
    long Skipped,
    long Empty,
    double DeliveredFps,
    double MeanLatenessMs,
    [property: JsonPropertyName("lateness_95_ms")] double Lateness95Ms,
    [property: JsonPropertyName("lateness_99_ms")] double Lateness99Ms,
    double WorstLatenessMs,
    double BusyMs,
    long Stepped,
    long Jumped,
    long Events);
