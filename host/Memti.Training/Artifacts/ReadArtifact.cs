using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Json;
using Memti.Training.Evaluation;

namespace Memti.Training.Artifacts;

/// <summary>A score with fluctuating reads as it is stored.</summary>
internal static class ReadArtifact
{
    private const string AccuraciesKey = "accuracies", PulsesKey = "pulses", ReferenceKey = "reference_pulses";

    public static JsonObject Write(ReadScore score) => new()
    {
        [AccuraciesKey] = new JsonArray([.. score.Accuracies.Select(static accuracy => (JsonNode)Text(accuracy))]),
        [PulsesKey] = score.Pulses,
        [ReferenceKey] = score.ReferencePulses,
    };

    public static ReadScore Read(JsonMembers piece) => new(
        [.. piece.Texts(AccuraciesKey).Select(text => Share(piece, text))], piece.Number(PulsesKey), piece.Number(ReferenceKey));

    private static double Share(JsonMembers piece, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) && share is >= 0 and <= 1
            ? share
            : throw piece.Wrong(AccuraciesKey, "numbers from 0 to 1");

    private static string Text(double share) => share.ToString("R", CultureInfo.InvariantCulture);
}
