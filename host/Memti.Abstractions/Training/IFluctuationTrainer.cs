using Memti.Abstractions.Diagnostics;

namespace Memti.Abstractions.Training;

/// <summary>
/// A trainer that heeds <see cref="TrainingRecipe.Fluctuation"/>. Its convolutions have coded inputs and the noise of fluctuating reads, in
/// training steps as in scores. Other trainers do not implement this.
/// </summary>
public interface IFluctuationTrainer : ITrainer
{
    /// <summary>Classifies images with one draw of fluctuating reads. Changes nothing.</summary>
    /// <param name="images">Images of the task's size and classes.</param>
    /// <param name="first">Index of the first image.</param>
    /// <param name="predictions">Receives the class of each image from <paramref name="first"/> on.</param>
    /// <param name="reading">How cells are read.</param>
    /// <returns>Energy of these images' reads, in pulses of one bit on a cell of the largest weight, read at level 1.</returns>
    /// <exception cref="InvalidOperationException">The request had no <see cref="TrainingRecipe.Fluctuation"/>.</exception>
    /// <exception cref="MemtiException">The network was never trained with coded inputs, and does not know their ranges.</exception>
    double Read(ImageSet images, int first, Span<int> predictions, FluctuationReading reading);

    /// <summary>Mean energy of a training image by direct reading at level 1, before the first step, in the unit of <see cref="Read"/>; 0
    /// before it.</summary>
    double ReferencePulses { get; }
}
