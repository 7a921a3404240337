using System.Globalization;
using Memti.Training.Checkpoints;
using Memti.Training.Runs;

namespace Memti.Host.Rendering.Training;

/// <summary>Progress of a training; where lines are not written over, also a line per epoch.</summary>
internal sealed class TrainingLine(TextWriter writer, string prefix = "") : IProgress<TrainingProgress>, IDisposable
{
    private readonly StatusLine _line = new(writer);

    public void Report(TrainingProgress value)
    {
        if (_line.IsDue || value.Finished is not null)
            _line.Show(prefix + Describe(value));
    }

    public void Dispose() => _line.Clear();

    /// <summary>Text about a finished epoch, or about the progress of the running one.</summary>
    public static string Describe(TrainingProgress value) => value.Finished is { } epoch ? Ended(epoch, value) : Status(value);

    private static string Ended(EpochRecord epoch, TrainingProgress value) => string.Create(CultureInfo.InvariantCulture,
        $"epoch {epoch.Epoch} of {value.Epochs}: loss {epoch.Loss:0.0000}, train {epoch.TrainAccuracy:P2}, validation "
            + $"{epoch.ValidationAccuracy:P2}, {value.ImagesPerSecond:0} images/s, {Time(value.Left)} left");

    private static string Status(TrainingProgress value)
    {
        double images = Math.Max(1, value.Sums.Images);
        string best = value.Best is { } accuracy ? string.Create(CultureInfo.InvariantCulture, $", validation {accuracy:P2}") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"epoch {value.Epoch}/{value.Epochs} step {value.Step}/{value.Steps}: {value.ImagesPerSecond:0} images/s, loss "
                + $"{value.Sums.Loss / images:0.000}, train {value.Sums.Correct / images:P1}{best}, {Time(value.Left)} left");
    }

    private static string Time(TimeSpan left) => left.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left.Minutes:00} h")
        : string.Create(CultureInfo.InvariantCulture, $"{left.Minutes}:{left.Seconds:00} min");
}
