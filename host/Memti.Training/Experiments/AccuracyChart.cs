using Memti.Charts;
using Memti.Charts.Axes;

namespace Memti.Training.Experiments;

/// <summary>An experiment as a chart: a panel per storage variant, three bars per task, error bars over chips.</summary>
public static class AccuracyChart
{
    /// <summary>The chart of an experiment.</summary>
    public static GroupedBars Of(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new GroupedBars
        {
            Title = result.Name,
            Source = "Error bars: one standard deviation over chips, up and down.",
            Description = $"Accuracy of {result.Tasks.Count} tasks without faults, and with faults before and after retraining.",
            Axis = new Axis("accuracy on test images (%)") { Max = 100 },
            Panels = [.. result.Cells.GroupBy(static cell => cell.Variant).Select(static variant => Panel(variant.Key, [.. variant]))],
        };
    }

    private static BarPanel Panel(string variant, ExperimentEntry[] entries) => new(
        variant,
        [.. entries.Select(static entry => entry.Task)],
        [
            new("fixed point, no faults", [.. entries.Select(static entry => Percent(entry.Before.Baseline.Accuracy))]),
            new("faulty, before retraining", [.. entries.Select(static entry => Percent(entry.Before.Summary?.Mean))])
            {
                Spreads = [.. entries.Select(static entry => Percent(entry.Before.Summary?.StandardDeviation))],
            },
            new("faulty, after retraining", [.. entries.Select(static entry => Percent(entry.After.Summary?.Mean))])
            {
                Spreads = [.. entries.Select(static entry => Percent(entry.After.Summary?.StandardDeviation))],
            },
        ])
    {
        Notes = [.. entries.Select(static entry => $"{entry.Before.Trials.Count} chips, {entry.After.Trials.Count} after")],
    };

    private static double? Percent(double? share) => share * 100;
}
