using System.Globalization;
using System.Text;
using Memti.Training.Evaluation;

namespace Memti.Training.Experiments;

/// <summary>Writes the results of an experiment as CSV with all digits.</summary>
public static class ExperimentCsv
{
    /// <summary>Writes one line per task and storage variant.</summary>
    public static string Write(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var text = new StringBuilder(
            "task,storage,test_images,float_accuracy,baseline_accuracy,"
                + "before_chips,before_mean,before_std,before_worst,before_low95,before_high95,"
                + "after_chips,after_mean,after_std,after_worst,after_low95,after_high95,difference,p_value,test,seed\n");
        foreach (ExperimentEntry cell in result.Cells)
            text.AppendJoin(
                ',',
                [cell.Task, cell.Variant, .. Numbers(result, cell), cell.Test.Name, result.Seed.ToString(CultureInfo.InvariantCulture)])
                    .Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Numbers(ExperimentResult result, ExperimentEntry cell)
    {
        ExperimentTaskResult task = result.Tasks.First(task => task.Task == cell.Task);
        double?[] numbers =
        [
            task.TestImages,
            task.Adapters.TestAccuracy, cell.Before.Baseline.Accuracy, .. Of(cell.Before), .. Of(cell.After), cell.Test.Difference,
            cell.Test.PValue,
        ];
        // "R" round-trips every double: a reader gets the same bits back.
        return numbers.Select(static number => number?.ToString("R", CultureInfo.InvariantCulture) ?? "");
    }

    private static double?[] Of(FaultEvaluation evaluation) =>
    [
        evaluation.Trials.Count,
        evaluation.Summary?.Mean,
        evaluation.Summary?.StandardDeviation,
        evaluation.Summary?.Worst,
        evaluation.Confidence95.Low,
        evaluation.Confidence95.High,
    ];
}
