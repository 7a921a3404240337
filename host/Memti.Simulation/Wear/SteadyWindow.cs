using Memti.Simulation.Frames;

namespace Memti.Simulation.Wear;

/// <summary>Numbers of frames to measure steady wear. They follow from rate and pattern of a workload, not from its duration.</summary>
/// <param name="Settle">Frames to search for a period.</param>
/// <param name="Measure">Frames to average over without one; a whole number of patterns.</param>
internal readonly record struct SteadyWindow(long Settle, long Measure)
{
    private const long LeastFrames = 2048;
    private const long LongestBasis = 16_384;

    public static SteadyWindow Of(Workload workload)
    {
        if (workload.Streams is { } streams)
            return OfStreams(Hyperperiod.Of(streams)?.AllFrames ?? 1);
        long pattern = workload.Pattern.Count;
        long measure = pattern * ((LeastFrames + pattern - 1) / pattern);
        if (workload.Shuffled)
            return new(measure, measure);
        long basis = workload.FreeRunning ? pattern : FrameClock.Multiple(new FrameClock(workload.FrameRate).Period, pattern);
        // The search marks frames at distances that double: it finds a period P that starts within the first P frames in at most 4 P
        // frames.
        return new(Math.Max(measure, 4 * (basis <= LongestBasis ? basis : pattern)), measure);
    }

    private static SteadyWindow OfStreams(long frames)
    {
        long basis = frames <= LongestBasis ? frames : 1;
        long measure = basis * ((LeastFrames + basis - 1) / basis);
        return new(Math.Max(measure, 4 * basis), measure);
    }
}
