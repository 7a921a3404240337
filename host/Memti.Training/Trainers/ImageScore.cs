namespace Memti.Training.Trainers;

/// <summary>Score of a network on a set of images.</summary>
/// <param name="Right">True for each image that was classified correctly.</param>
/// <param name="Loss">Mean loss.</param>
public sealed record ImageScore(IReadOnlyList<bool> Right, double Loss)
{
    /// <summary>Number of images.</summary>
    public int Images => Right.Count;

    /// <summary>Number of correctly classified images.</summary>
    public int Correct { get; } = Right.Count(static right => right);

    /// <summary>Fraction of correctly classified images, 0 to 1; 0 without images.</summary>
    public double Accuracy => Images == 0 ? 0 : (double)Correct / Images;
}
