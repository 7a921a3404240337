using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Checkpoints;
using Memti.Training.Runs;

namespace Memti.Training.Reports;

/// <summary>JSON form of a training run: its result and its inputs.</summary>
public static class TrainingReport
{
    /// <summary>Version of the format.</summary>
    public const int Version = 1;

    /// <summary>Key of the SHA-256 of the weight file.</summary>
    internal const string WeightsKey = "weights_sha256";

    /// <summary>Key of the epoch whose weights were kept.</summary>
    internal const string BestEpochKey = "best_epoch";

    /// <summary>The document for a weight file.</summary>
    /// <param name="identity">Everything that the weights depend on.</param>
    /// <param name="outcome">The run.</param>
    public static JsonObject Of(RunIdentity identity, TrainingOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(outcome);
        return new JsonObject
        {
            ["version"] = Version,
            [WeightsKey] = WholeFile.Sha256(outcome.Weights.Span),
            ["run_sha256"] = identity.Sha256,
            ["run"] = new JsonObject(
                identity.Parts.Select(static part => KeyValuePair.Create<string, JsonNode?>(part.Key.Replace(' ', '_'), part.Value))),
            [BestEpochKey] = outcome.BestEpoch,
            ["best_validation_accuracy"] = outcome.BestAccuracy,
            ["history"] = new JsonArray([.. outcome.History.Select(Epoch)]),
        };
    }

    private static JsonObject Epoch(EpochRecord epoch) => new()
    {
        ["epoch"] = epoch.Epoch,
        ["loss"] = epoch.Loss,
        ["train_accuracy"] = epoch.TrainAccuracy,
        ["validation_accuracy"] = epoch.ValidationAccuracy,
        ["learning_rate"] = epoch.LearningRate,
    };
}
