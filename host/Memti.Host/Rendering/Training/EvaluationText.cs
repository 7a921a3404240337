using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Evaluation;
using Memti.Training.Reports;
using Memti.Training.Statistics;
using Memti.Training.Trainers;

namespace Memti.Host.Rendering.Training;

/// <summary>Formats an evaluation, or two on the same chips.</summary>
internal static class EvaluationText
{
    public static string Render(FaultEvaluation one, FaultEvaluation? two, string format) => format switch
    {
        "json" => JsonText.Of(Json(one, two)),
        "csv" => Csv(one, two),
        _ => Table(one, two),
    };

    /// <summary>Adds both evaluations and their paired test to the report of a training.</summary>
    public static void Complete(JsonObject report, FaultEvaluation before, FaultEvaluation after)
    {
        report["before"] = EvaluationReport.Of(before);
        report["after"] = EvaluationReport.Of(after);
        report["paired_test"] = EvaluationReport.Of(before.Compare(after));
    }

    private static JsonObject Json(FaultEvaluation one, FaultEvaluation? two)
    {
        JsonObject single = EvaluationReport.Of(one);
        if (two is null)
            return single;
        JsonObject both = new() { ["version"] = EvaluationReport.Version, ["before"] = single, ["after"] = EvaluationReport.Of(two) };
        if (one.Trials.Count > 0)
            both["paired_test"] = EvaluationReport.Of(one.Compare(two));
        return both;
    }

    private static string Table(FaultEvaluation one, FaultEvaluation? two)
    {
        var text = new TextTable("accuracy on test images", "%", "std %", "worst %", "95 % interval", "trials").LeftAlign(4);
        Add(text, two is null ? "" : " before", one);
        if (two is not null)
            Add(text, " after", two);
        string chips = one.Trials.Count == 0
            ? ""
            : $", chips {one.Trials[0].Chip} to {one.Trials[^1].Chip}, "
                + $"{one.Trials.Average(static trial => trial.Misread).ToString("0.#", CultureInfo.InvariantCulture)} cells misread in "
                + "the mean";
        return text
            + $"{one.Baseline.Images} images; fault seed {one.Seed}{chips}\n"
            + (two is null || one.Trials.Count == 0 ? "" : Test(one.Compare(two)));
    }

    private static void Add(TextTable text, string which, FaultEvaluation evaluation)
    {
        ConfidenceInterval images = WilsonInterval.Of(evaluation.Baseline.Correct, evaluation.Baseline.Images);
        text.Add(
            $"fixed point, no faults{which}",
            AccuracyText.Percent(evaluation.Baseline.Accuracy),
            "-",
            "-",
            $"{AccuracyText.Range(images)} (Wilson, images)",
            "0");
        if (evaluation.Summary is { } summary)
            text.Add(
                $"with faults{which}",
                AccuracyText.Percent(summary.Mean),
                AccuracyText.Percent(summary.StandardDeviation),
                AccuracyText.Percent(summary.Worst),
                $"{AccuracyText.Range(evaluation.Confidence95)} ({(summary.Count > 1 ? "t, chips" : "Wilson, images")})",
                summary.Count.ToString(CultureInfo.InvariantCulture));
    }

    private static string Test(PairedTest test) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"after - before: {test.Difference * 100:+0.00;-0.00;0.00} points, p {AccuracyText.P(test.PValue)} ({test.Name}, "
                + $"{test.Pairs} {(test.Name.Contains("map", StringComparison.Ordinal) ? "pairs" : "images differ")})\n");

    private static string Csv(FaultEvaluation one, FaultEvaluation? two)
    {
        var text = new StringBuilder("network,chip,accuracy,correct,images,misread_cells,fault_seed\n");
        Rows(text, two is null ? "network" : "before", one);
        if (two is not null)
            Rows(text, "after", two);
        return text.ToString();
    }

    private static void Rows(StringBuilder text, string name, FaultEvaluation evaluation)
    {
        Row(text, name, "", 0, evaluation.Baseline, evaluation.Seed);
        foreach (TrialScore trial in evaluation.Trials)
            Row(text, name, trial.Chip.ToString(CultureInfo.InvariantCulture), trial.Misread, trial.Score, evaluation.Seed);
    }

    private static void Row(StringBuilder text, string name, string chip, long misread, ImageScore score, ulong seed) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"{name},{chip},{AccuracyText.Exact(score.Accuracy)},{score.Correct},{score.Images},{misread},{seed}\n");
}
