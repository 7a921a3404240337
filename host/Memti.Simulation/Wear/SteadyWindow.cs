using Memti.Simulation.Frames;

namespace Memti.Simulation.Wear;

/// <summary>Frames in which the wear of a workload settles; they follow from its rate and pattern and not from its duration.</summary>
/// <param name="Settle">Frames in which a period is looked for.</param>
/// <param name="Measure">Frames over which a mean is taken where there is none, a whole number of patterns.</param>
internal readonly record struct SteadyWindow(long Settle, long Measure)
{
    private const long LeastFrames = 2048;
    private const long LongestBasis = 16_384;

    public static SteadyWindow Of(Workload workload)
    {
        long pattern = workload.Pattern.Count;
        long measure = pattern * ((LeastFrames + pattern - 1) / pattern);
        if (workload.Shuffled)
            return new(measure, measure);
        long basis = workload.FreeRunning ? pattern : FrameClock.Multiple(new FrameClock(workload.FrameRate).Period, pattern);
        // The search for a period marks frames at distances that double: a period after a start of its own length is found within four.
        return new(Math.Max(measure, 4 * (basis <= LongestBasis ? basis : pattern)), measure);
    }
}
