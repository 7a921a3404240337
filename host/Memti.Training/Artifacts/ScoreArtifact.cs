using System.Text.Json.Nodes;
using Memti.Documents.Json;
using Memti.Training.Trainers;

namespace Memti.Training.Artifacts;

/// <summary>A score as it is stored, image by image, so that later scores can be paired with it.</summary>
/// <param name="Score">The score.</param>
/// <param name="Misread">Cells that were misread.</param>
internal sealed record ScoreArtifact(ImageScore Score, long Misread)
{
    private const string LossKey = "loss", MisreadKey = "misread_cells", RightKey = "right";

    public JsonObject Write() => new()
    {
        ["accuracy"] = Score.Accuracy,
        [LossKey] = Score.Loss,
        [MisreadKey] = Misread,
        [RightKey] = string.Concat(Score.Right.Select(static right => right ? '1' : '0')),
    };

    public static ScoreArtifact Read(JsonMembers piece)
    {
        string right = piece.Text(RightKey);
        if (right.AsSpan().ContainsAnyExcept('0', '1'))
            throw piece.Wrong(RightKey, "a text of zeros and ones");
        return new ScoreArtifact(
            new ImageScore([.. right.Select(static digit => digit == '1')], piece.Number(LossKey)), piece.Whole(MisreadKey, 0));
    }
}
