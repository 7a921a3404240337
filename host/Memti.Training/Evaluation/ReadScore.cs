namespace Memti.Training.Evaluation;

/// <summary>Score of a network whose cells fluctuate at every read.</summary>
/// <param name="Accuracies">Accuracy on test images in each draw, 0 to 1.</param>
/// <param name="Pulses">Energy of an image, in pulses of one bit on a cell of the largest weight, read at level 1.</param>
/// <param name="ReferencePulses">Energy of a training image by direct reading at level 1, before training with coded inputs.</param>
public sealed record ReadScore(IReadOnlyList<double> Accuracies, double Pulses, double ReferencePulses)
{
    /// <summary>Mean accuracy over draws.</summary>
    public double Accuracy => Accuracies.Average();

    /// <summary>Energy over that of direct reading at level 1.</summary>
    public double Energy => Pulses / ReferencePulses;
}
