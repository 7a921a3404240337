using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Artifacts;
using Memti.Training.Evaluation;
using Memti.Training.Experiments;
using Memti.Training.Reports;
using Memti.Training.Statistics;

namespace Memti.Host.Rendering.Training;

/// <summary>Formats the results of an experiment.</summary>
internal static class ExperimentText
{
    private const int Version = 1;

    public static string Render(ExperimentResult result, string format) => format switch
    {
        "json" => JsonText.Of(Json(result)),
        "csv" => ExperimentCsv.Write(result),
        _ =>
            Tasks(result)
                + "\n"
                + Cells(result)
                + "std: standard deviation over chips; interval: 95 %, t over chips, or Wilson over images for one; p: "
                + string.Join(", ", result.Cells.Select(static cell => cell.Test.Name).Distinct())
            + FormattableString.Invariant($"\nseed {result.Seed}; chips from 0\n"),
    };

    private static string Tasks(ExperimentResult result)
    {
        bool scratch = result.Tasks.Any(static task => task.FromScratch is not null);
        string[] head = ["task", "classes", "images", "test", "overhead %", "adapters %", "best epoch"];
        var text = new TextTable(scratch ? [.. head, "from scratch %", "best epoch "] : head);
        foreach (ExperimentTaskResult task in result.Tasks)
        {
            string[] cells = [
                task.Task, Whole(task.Classes), Whole(task.TrainImages), Whole(task.TestImages), AccuracyText.Percent(task.Overhead),
                AccuracyText.Percent(task.Adapters.TestAccuracy), Whole(task.Adapters.BestEpoch)
            ];
            text.Add(
                scratch
                    ? [
                        .. cells,
                        AccuracyText.Percent(task.FromScratch?.TestAccuracy),
                        task.FromScratch is { } whole ? Whole(whole.BestEpoch) : "-"
                    ]
                    : cells);
        }

        return text.ToString();
    }

    private static string Cells(ExperimentResult result)
    {
        TextTable text =
            new TextTable(
                "task",
                "storage",
                "no faults %",
                "before % ± std",
                "worst",
                "interval",
                "chips",
                "after % ± std",
                "worst ",
                "interval ",
                "chips ",
                "p").LeftAlign(1);
        foreach (ExperimentEntry cell in result.Cells)
            text.Add(
                [
                    cell.Task,
                    cell.Variant,
                    AccuracyText.Percent(cell.Before.Baseline.Accuracy),
                    .. Of(cell.Before),
                    .. Of(cell.After),
                    AccuracyText.P(cell.Test.PValue)
                ]);
        return text.ToString();
    }

    private static string[] Of(FaultEvaluation evaluation)
    {
        SampleSummary summary = evaluation.Summary!;
        return [
            $"{AccuracyText.Percent(summary.Mean)} ± {AccuracyText.Percent(summary.StandardDeviation)}",
            AccuracyText.Percent(summary.Worst),
            AccuracyText.Range(evaluation.Confidence95),
            Whole(summary.Count)
        ];
    }

    private static JsonObject Json(ExperimentResult result) => new()
    {
        ["version"] = Version,
        ["name"] = result.Name,
        ["seed"] = result.Seed,
        ["tasks"] = new JsonArray([.. result.Tasks.Select(Json)]),
        ["cells"] = new JsonArray([.. result.Cells.Select(Json)]),
    };

    private static JsonObject Json(ExperimentTaskResult task) => new()
    {
        ["task"] = task.Task,
        ["classes"] = task.Classes,
        ["train_images"] = task.TrainImages,
        ["test_images"] = task.TestImages,
        ["parameter_overhead"] = task.Overhead,
        ["adapters"] = Json(task.Adapters),
        ["from_scratch"] = task.FromScratch is { } scratch ? Json(scratch) : null,
    };

    private static JsonObject Json(TrainedArtifact piece) =>
        new() { ["test_accuracy"] = piece.TestAccuracy, ["best_epoch"] = piece.BestEpoch, ["weights_sha256"] = piece.Weights.Sha256 };

    private static JsonObject Json(ExperimentEntry cell) => new()
    {
        ["task"] = cell.Task,
        ["storage"] = cell.Variant,
        ["before"] = EvaluationReport.Of(cell.Before),
        ["after"] = EvaluationReport.Of(cell.After),
        ["paired_test"] = EvaluationReport.Of(cell.Test),
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
