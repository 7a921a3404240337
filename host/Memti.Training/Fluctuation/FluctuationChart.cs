using Memti.Charts;
using Memti.Charts.Axes;

namespace Memti.Training.Fluctuation;

/// <summary>Accuracy against energy of a task: a line per technique, points at read levels, error bars over seeds.</summary>
public static class FluctuationChart
{
    /// <summary>The chart of a task.</summary>
    public static XyChart Of(FluctuationResult result, string task)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new XyChart
        {
            Title = $"{result.Name}: {task}",
            Source = FormattableString.Invariant(
                $"Error bars: 95 % over {result.Study.Seeds.Count} seeds. Amplitude of a read {result.Reads.Fluctuation.Amplitude}."),
            Description = $"Accuracy of {task} against the energy of reads, by technique.",
            X = new Axis("energy of reads over direct reading at level 1", AxisScale.Logarithmic),
            Y = new Axis("accuracy on test images (%)") { Min = 0 },
            Series =
            [
                .. result.Study.Techniques.Select(technique => Series(
                    technique.Name,
                    [.. result.Points.Where(point => point.Task == task && point.Technique == technique)
                        .OrderBy(static point => point.Energy.Mean)]))
            ],
        };
    }

    private static PointSeries Series(string name, FluctuationPoint[] points) => new(
        name,
        [.. points.Select(static point => point.Energy.Mean)],
        [.. points.Select(static point => 100 * point.Accuracy.Mean)])
    {
        Intervals =
        [
            // Student's t over few seeds reaches beyond what an accuracy can be.
            .. points.Select(static point => point.Accuracy.Confidence95 is { } ends
                ? new Interval(100 * Math.Max(0, ends.Low), 100 * Math.Min(1, ends.High))
                : new Interval(double.NaN, double.NaN))
        ],
    };
}
