using Memti.Abstractions.Training;

namespace Memti.Trainers.Batches;

/// <summary>Batches of a training: selects images, augments them and normalises them to inputs of the network.</summary>
public sealed class TrainingBatches
{
    private readonly ImageSet _images;
    private readonly BatchOrder _order;
    private readonly Augmentation _augmentation;
    private readonly float[] _inputs;
    private readonly int[] _labels;

    /// <summary>Prepares the batches of a training.</summary>
    /// <param name="images">The training images.</param>
    /// <param name="request">Batch size, augmentation and seed.</param>
    public TrainingBatches(ImageSet images, TrainerRequest request)
    {
        TrainingRecipe recipe = request.Recipe;
        _images = images;
        _order = new BatchOrder(images.Count, recipe.Batch, request.Seed);
        _augmentation = new Augmentation(recipe.CropPadding, recipe.Mirror && images.MayMirror, request.Seed);
        _inputs = new float[Size * images.ImageBytes];
        _labels = new int[Size];
    }

    /// <summary>Number of images per batch.</summary>
    public int Size => _order.BatchSize;

    /// <summary>Number of steps per epoch.</summary>
    public int StepsPerEpoch => _order.StepsPerEpoch;

    /// <summary>Inputs of the last filled batch, shape [batch, height, width, 3].</summary>
    public ReadOnlySpan<float> Inputs => _inputs;

    /// <summary>Labels of the last filled batch.</summary>
    public ReadOnlySpan<int> Labels => _labels;

    /// <summary>Fills the batch of a step.</summary>
    public void Fill(long step, PixelScale scale)
    {
        ReadOnlySpan<int> batch = _order.Batch(step);
        for (int place = 0; place < batch.Length; place++)
        {
            Span<float> inputs = _inputs.AsSpan(place * _images.ImageBytes, _images.ImageBytes);
            // The view depends on step and place alone: a resumed training draws the same ones.
            scale.Apply(_images.Image(batch[place]), _images.Height, _augmentation.ViewOf(step, place), inputs);
            _labels[place] = _images.Labels.Span[batch[place]];
        }
    }
}
