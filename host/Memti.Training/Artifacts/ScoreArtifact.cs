using System.Text.Json.Nodes;
using Memti.Training.Trainers;

namespace Memti.Training.Artifacts;

/// <summary>JSON form of a score, image by image, so that later scores can be paired with it.</summary>
internal static class ScoreArtifact
{
    public static JsonObject Write(ImageScore score, long misread) => new()
    {
        ["accuracy"] = score.Accuracy,
        ["loss"] = score.Loss,
        ["misread_cells"] = misread,
        ["right"] = string.Concat(score.Right.Select(static right => right ? '1' : '0')),
    };

    public static ImageScore Score(JsonObject piece) =>
        new([.. ((string)piece["right"]!).Select(static right => right == '1')], (double)piece["loss"]!);

    public static long Misread(JsonObject piece) => (long)piece["misread_cells"]!;
}
