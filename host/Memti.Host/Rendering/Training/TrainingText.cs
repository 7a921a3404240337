using System.Globalization;
using System.Text;
using Memti.Documents.Files;
using Memti.Documents.Numbers;
using Memti.Training.Checkpoints;
using Memti.Training.Reports;
using Memti.Training.Runs;
using Memti.Training.Statistics;
using Memti.Training.Trainers;

namespace Memti.Host.Rendering.Training;

/// <summary>Formats the result of a training.</summary>
internal static class TrainingText
{
    public static string Render(RunIdentity identity, TrainingOutcome outcome, ImageScore? test, string format)
    {
        if (format == "csv")
            return Csv(outcome);
        if (format == "table")
            return Table(identity, outcome, test);
        System.Text.Json.Nodes.JsonObject report = TrainingReport.Of(identity, outcome);
        report["test_accuracy"] = test?.Accuracy;
        return JsonText.Of(report);
    }

    private static string Table(RunIdentity identity, TrainingOutcome outcome, ImageScore? test)
    {
        var text = new TextTable("epoch", "loss", "train %", "validation %", "learning rate");
        foreach (EpochRecord epoch in outcome.History)
            text.Add(
                Whole(epoch.Epoch),
                QuantityText.Number(epoch.Loss),
                AccuracyText.Percent(epoch.TrainAccuracy),
                AccuracyText.Percent(epoch.ValidationAccuracy) + (epoch.Epoch == outcome.BestEpoch ? " *" : "  "),
                QuantityText.Number(epoch.LearningRate));
        string judged = test is null
            ? ""
            : $"test: {AccuracyText.Percent(test.Accuracy)} % of {Whole(test.Images)} images, 95 % interval "
                + $"{AccuracyText.Range(WilsonInterval.Of(test.Correct, test.Images))} (Wilson, over images)\n";
        return text + $"* best epoch by validation; its weights are kept\n{judged}run: {identity.Sha256}\n";
    }

    private static string Csv(TrainingOutcome outcome)
    {
        var text = new StringBuilder("epoch,loss,train_accuracy,validation_accuracy,learning_rate\n");
        foreach (EpochRecord epoch in outcome.History)
            text.AppendJoin(
                ',',
                Whole(epoch.Epoch),
                AccuracyText.Exact(epoch.Loss),
                AccuracyText.Exact(epoch.TrainAccuracy),
                AccuracyText.Exact(epoch.ValidationAccuracy),
                AccuracyText.Exact(epoch.LearningRate)).Append('\n');
        return text.ToString();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
