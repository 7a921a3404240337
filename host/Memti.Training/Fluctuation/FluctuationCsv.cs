using System.Globalization;
using System.Text;
using Memti.Training.Statistics;

namespace Memti.Training.Fluctuation;

/// <summary>Writes the results of a study as CSV with all digits.</summary>
public static class FluctuationCsv
{
    /// <summary>Writes one line per task, technique, seed and read level.</summary>
    public static string Write(FluctuationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder("technique,task,seed,read_level,draws,accuracy,lowest,highest,energy,energy_j\n");
        foreach (FluctuationRow row in result.Rows)
            Add(
                text,
                [row.Technique.Name, row.Task, Number(row.Seed)],
                row.Level,
                row.Score.Accuracies.Count,
                row.Score.Accuracy,
                row.Score.Accuracies.Min(),
                row.Score.Accuracies.Max(),
                row.Score.Energy,
                row.Score.Pulses * result.Reads.CellJoules);
        return text.ToString();
    }

    /// <summary>Writes one line per task, technique and read level, over seeds.</summary>
    public static string WriteSummary(FluctuationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder(
            "technique,task,read_level,seeds,accuracy,accuracy_low95,accuracy_high95,energy,energy_low95,energy_high95,energy_j\n");
        foreach (FluctuationPoint point in result.Points)
        {
            (ConfidenceInterval? accuracy, ConfidenceInterval? energy) = (point.Accuracy.Confidence95, point.Energy.Confidence95);
            Add(
                text,
                [point.Technique.Name, point.Task],
                point.Level,
                point.Accuracy.Count,
                point.Accuracy.Mean,
                accuracy?.Low,
                accuracy?.High,
                point.Energy.Mean,
                energy?.Low,
                energy?.High,
                point.Joules);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, IEnumerable<string> words, params IEnumerable<double?> numbers) =>
        text.AppendJoin(',', [.. words, .. numbers.Select(static number => number is { } value ? Number(value) : "")]).Append('\n');

    // "R" round-trips every double: a reader gets the same bits back.
    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
