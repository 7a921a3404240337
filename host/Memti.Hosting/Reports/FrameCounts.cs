namespace Memti.Hosting;

/// <summary>What became of the frames of a workload.</summary>
/// <param name="Total">Frames of the workload.</param>
/// <param name="Late">Finished after their deadline.</param>
/// <param name="Skipped">Never started, because their whole slot had passed.</param>
/// <param name="WorstLatenessMs">Longest time past a deadline, in ms.</param>
/// <param name="BusyMs">Mean time from the start of a frame to its last inference, in ms.</param>
/// <param name="Stepped">Frames simulated event by event.</param>
/// <param name="Jumped">Frames jumped over, because the state had recurred.</param>
/// <param name="Events">Events simulated.</param>
public sealed record FrameCounts(
    long Total,
    long Late,
    long Skipped,
    double WorstLatenessMs,
    double BusyMs,
    long Stepped,
    long Jumped,
    long Events);
