using Memti.Abstractions.Training;

namespace Memti.Training.Trainers;

/// <summary>Classifies whole sets in calls that are short enough for the guard.</summary>
public static class Scoring
{
    // Small enough for the time limit of a plugin call, large enough for the kernels.
    /// <summary>Images per call.</summary>
    private const int Chunk = 64;

    /// <summary>Classifies all images of a set.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the network is unchanged.</exception>
    public static ImageScore Score(GuardedTrainer trainer, ImageSet images, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(images);
        int[] predictions = new int[images.Count];
        double loss = 0;
        for (int first = 0; first < images.Count; first += Chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            loss += trainer.Score(images, first, predictions.AsMemory(first, Math.Min(Chunk, images.Count - first)));
        }

        return new ImageScore(
            [.. predictions.Select((prediction, index) => prediction == images.Labels.Span[index])], loss / Math.Max(1, images.Count));
    }

    /// <summary>Classifies all images of a set with one draw of fluctuating reads.</summary>
    /// <returns>The accuracy, and the energy of all images as <see cref="IFluctuationTrainer.Read"/> gives it.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled; the network is unchanged.</exception>
    public static (double Accuracy, double Pulses) Read(
        GuardedTrainer trainer, ImageSet images, FluctuationReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(images);
        int[] predictions = new int[images.Count];
        (double pulses, int right) = (0, 0);
        for (int first = 0; first < images.Count; first += Chunk)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pulses += trainer.Read(images, first, predictions.AsMemory(first, Math.Min(Chunk, images.Count - first)), reading);
        }

        for (int index = 0; index < predictions.Length; index++)
            right += predictions[index] == images.Labels.Span[index] ? 1 : 0;
        return ((double)right / Math.Max(1, images.Count), pulses);
    }
}
