using System.Collections.Concurrent;
using System.Globalization;
using Memti.Runs.Running;

namespace Memti.Host.Rendering;

/// <summary>How fast designs are simulated, and how long they take yet.</summary>
/// <param name="time">The clock.</param>
internal sealed class RunPace(TimeProvider time)
{
    /// <summary>Time over which a rate is measured before anything is said, and the time left from which on it is worth saying.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1), Long = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (long Frames, long At)> _first = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>Frames a second of a design and the time left; null before they are known.</summary>
    public (double Rate, TimeSpan Left)? Of(RunProgress progress)
    {
        if (progress.Design is not { } design)
            return null;
        long now = time.GetTimestamp();
        (long frames, long at) = _first.GetOrAdd(design, (progress.Frames, now));
        TimeSpan passed = time.GetElapsedTime(at, now);
        if (passed < Measured || progress.Frames <= frames)
            return null;
        double rate = (progress.Frames - frames) / passed.TotalSeconds;
        double left = Math.Min((progress.TotalFrames - progress.Frames) / rate, TimeSpan.MaxValue.TotalSeconds / 2);
        return (rate, TimeSpan.FromSeconds(left));
    }

    /// <summary>What the user should know of a design that takes long, once for each; null for nothing.</summary>
    public string? Notice(RunProgress progress) =>
        Of(progress) is { } pace && pace.Left > Long && _said.TryAdd(progress.Design!, true)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"memti: design '{progress.Design}' has shown no period to skip and is simulated frame by frame: {progress.Frames:#,0} of "
                    + $"{progress.TotalFrames:#,0} frames done, {pace.Rate:#,0} frames/s, {Words(pace.Left)} left. Ctrl+C stops it; a "
                    + $"shorter workload takes less.")
            : null;

    /// <summary>A time in its largest units: <c>2 h 5 min</c>.</summary>
    public static string Words(TimeSpan left) => left switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{left.TotalDays:0} days"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{left.TotalSeconds:0} s"),
    };
}
