namespace Memti.Training.Trainers;

/// <summary>How a network did on a set of images.</summary>
/// <param name="Right">Whether each image was classified right.</param>
/// <param name="Loss">Mean loss.</param>
public sealed record ImageScore(IReadOnlyList<bool> Right, double Loss)
{
    /// <summary>Images.</summary>
    public int Images => Right.Count;

    /// <summary>Images classified right.</summary>
    public int Correct { get; } = Right.Count(static right => right);

    /// <summary>Share of images classified right.</summary>
    public double Accuracy => Images == 0 ? 0 : (double)Correct / Images;
}
