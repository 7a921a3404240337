using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Host.Rendering.Training;
using Memti.Training.Plans;
using Memti.Training.Reports;
using Memti.Training.Runs;

namespace Memti.Host.Commands.Training;

/// <summary>Runs a training plan with a progress line, and saves its result.</summary>
internal static class TrainingResult
{
    public static TrainingOutcome Train(TrainingPlan plan, TrainingSession session, CancellationToken cancellationToken)
    {
        using var progress = new TrainingLine(Console.Error);
        return plan.Run(session.Catalog, progress, cancellationToken);
    }

    /// <summary>The file that says what a weight file was made from.</summary>
    public static string ReportFile(string output) => output + ".json";

    /// <summary>Writes the weights and the report of their origin, and deletes the checkpoint.</summary>
    public static void Save(string output, TrainingPlan plan, TrainingOutcome outcome, TrainingSession session, Action<JsonObject> complete)
    {
        JsonObject report = TrainingReport.Of(plan.Identity(session.Catalog), outcome);
        complete(report);
        WholeFile.WriteOutput(output, outcome.Weights.Span);
        WholeFile.WriteOutput(ReportFile(output), Encoding.UTF8.GetBytes(JsonText.Of(report)));
        // Last, so that an interruption before this point can still be resumed.
        if (plan.CheckpointFile is { } checkpoint)
            WholeFile.Delete(checkpoint);
    }
}
