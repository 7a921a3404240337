using System.Globalization;
using System.Text.Json.Nodes;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Provenance;

/// <summary>The model card of a bill of materials: architecture, accuracy by task, and limitations.</summary>
internal static class ModelCard
{
    /// <summary>Creates the card.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="reference">Returns the reference of an input by its index.</param>
    public static JsonObject Of(WeightManifest manifest, Func<int, string> reference) => new()
    {
        ["bom-ref"] = "model-card",
        ["modelParameters"] = new JsonObject
        {
            ["task"] = "image-classification",
            ["modelArchitecture"] = manifest.Model.Kind,
            ["datasets"] = new JsonArray(
                [.. manifest.Inputs
                    .Index()
                    .Where(static input => input.Item.Role == "data")
                    .Select(input => new JsonObject { ["ref"] = reference(input.Index) })]),
            ["inputs"] = new JsonArray(new JsonObject { ["format"] = "image" }),
            ["outputs"] = new JsonArray(new JsonObject { ["format"] = "class" }),
        },
        ["quantitativeAnalysis"] = new JsonObject { ["performanceMetrics"] = new JsonArray([.. manifest.Tasks.SelectMany(Metrics)]) },
        ["considerations"] = Considerations(manifest.Cost),
    };

    private static IEnumerable<JsonNode> Metrics(ManifestTask task)
    {
        if (task.FixedPoint is { } accuracy)
            yield return new JsonObject
            {
                ["type"] = "accuracy",
                ["value"] = Number(accuracy),
                ["slice"] = $"{task.Name}, fixed point without faults"
            };
        if (task.Before is { } before)
            yield return Metric(before, $"{task.Name}, before retraining");
        if (task.After is { } after)
            yield return Metric(after, $"{task.Name}, after retraining");
    }

    private static JsonObject Metric(ManifestAccuracy accuracy, string slice) => new()
    {
        ["type"] = "accuracy",
        ["value"] = Number(accuracy.Mean),
        ["slice"] = $"{slice}, {Chips(accuracy)}",
        ["confidenceInterval"] = new JsonObject { ["lowerBound"] = Number(accuracy.Low), ["upperBound"] = Number(accuracy.High) },
    };

    private static string Chips(ManifestAccuracy accuracy) => accuracy.Trials switch
    {
        0 => "in memories without faults; interval over test images",
        1 => FormattableString.Invariant($"with the faults of chip {accuracy.FirstChip}; interval over test images"),
        _ =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"with the faults of chips {accuracy.FirstChip} to {accuracy.FirstChip + (ulong)accuracy.Trials - 1}; interval over chips"),
    };

    private static JsonObject Considerations(ManifestCost? cost)
    {
        JsonObject considerations = new()
        {
            ["technicalLimitations"] = new JsonArray(
                "Accuracies with faults are simulated, with the faults that the memories' level statistics give; intervals are at 95 %."),
        };
        if (cost is not null)
            considerations["performanceTradeoffs"] =
                new JsonArray(
                    $"Simulated for design '{cost.Design}': {Number(cost.EnergyPerFrameMj)} mJ per frame, at most "
                        + $"{Number(cost.MaxFps)} frames per second with {Number(cost.PowerAtMaxFpsMw)} mW.");
        return considerations;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
