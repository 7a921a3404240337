using System.Text.Json.Nodes;
using Memti.Training.Evaluation;
using Memti.Training.Statistics;
using Memti.Training.Trainers;

namespace Memti.Training.Reports;

/// <summary>JSON form of an evaluation.</summary>
public static class EvaluationReport
{
    /// <summary>Version of the format.</summary>
    public const int Version = 1;

    /// <summary>Accuracies, their statistics, and the data to reproduce them.</summary>
    public static JsonObject Of(FaultEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        return new JsonObject
        {
            ["version"] = Version,
            ["images"] = evaluation.Baseline.Images,
            ["fault_seed"] = evaluation.Seed,
            ["baseline"] = Score(evaluation.Baseline),
            ["trials"] = evaluation.Trials.Count,
            ["mean_accuracy"] = evaluation.Summary?.Mean,
            ["standard_deviation"] = evaluation.Summary?.StandardDeviation,
            ["worst_accuracy"] = evaluation.Summary?.Worst,
            ["confidence_95"] = new JsonArray(evaluation.Confidence95.Low, evaluation.Confidence95.High),
            ["confidence_over"] = evaluation.Trials.Count > 1 ? "chips" : "images",
            ["chips"] = new JsonArray([.. evaluation.Trials.Select(Trial)]),
        };
    }

    /// <summary>JSON form of a paired test.</summary>
    public static JsonObject Of(PairedTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return new JsonObject { ["test"] = test.Name, ["pairs"] = test.Pairs, ["difference"] = test.Difference, ["p_value"] = test.PValue };
    }

    private static JsonObject Trial(TrialScore trial)
    {
        JsonObject score = Score(trial.Score);
        score.Insert(0, "chip", trial.Chip);
        score["misread_cells"] = trial.Misread;
        return score;
    }

    private static JsonObject Score(ImageScore score) =>
        new() { ["accuracy"] = score.Accuracy, ["correct"] = score.Correct, ["loss"] = score.Loss };
}
