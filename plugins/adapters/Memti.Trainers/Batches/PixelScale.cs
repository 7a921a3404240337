using Memti.Abstractions.Training;

namespace Memti.Trainers.Batches;

/// <summary>Normalises pixels of 0 to 255 to mean 0 and standard deviation 1 over the training images, per channel.</summary>
public sealed class PixelScale
{
    /// <summary>Number of values of a pixel.</summary>
    private const int Values = 256;
    private readonly float[] _table = new float[ImageSet.Channels * Values];

    /// <summary>Makes the scale of known statistics.</summary>
    /// <param name="mean">Mean of each channel, 0 to 255; shape [3].</param>
    /// <param name="deviation">Standard deviation of each channel, above 0; shape [3].</param>
    public PixelScale(ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        (Mean, Deviation) = (mean.ToArray(), deviation.ToArray());
        for (int channel = 0; channel < ImageSet.Channels; channel++)
            for (int value = 0; value < Values; value++)
                _table[(channel * Values) + value] = (value - Mean[channel]) / Deviation[channel];
    }

    /// <summary>Mean of each channel, 0 to 255.</summary>
    public float[] Mean { get; }

    /// <summary>Standard deviation of each channel, above 0.</summary>
    public float[] Deviation { get; }

    /// <summary>Computes the statistics of a set. A constant channel has deviation 1.</summary>
    public static PixelScale Of(ImageSet images)
    {
        Span<long> sum = stackalloc long[ImageSet.Channels];
        Span<long> square = stackalloc long[ImageSet.Channels];
        ReadOnlySpan<byte> pixels = images.Pixels.Span;
        for (int index = 0; index < pixels.Length; index++)
        {
            sum[index % ImageSet.Channels] += pixels[index];
            square[index % ImageSet.Channels] += pixels[index] * pixels[index];
        }

        Span<float> mean = stackalloc float[ImageSet.Channels];
        Span<float> deviation = stackalloc float[ImageSet.Channels];
        double count = pixels.Length / ImageSet.Channels;
        for (int channel = 0; channel < ImageSet.Channels; channel++)
        {
            // The sums are whole numbers and exact, so the statistics do not depend on the order of the images.
            double average = sum[channel] / count;
            double variance = (square[channel] / count) - (average * average);
            mean[channel] = (float)average;
            deviation[channel] = variance > 0 ? (float)Math.Sqrt(variance) : 1;
        }

        return new PixelScale(mean, deviation);
    }

    /// <summary>Normalises one image.</summary>
    /// <param name="image">Shape [height, width, 3].</param>
    /// <param name="inputs">Receives the inputs; same shape.</param>
    public void Apply(ReadOnlySpan<byte> image, Span<float> inputs)
    {
        for (int index = 0; index < image.Length; index += ImageSet.Channels)
        {
            inputs[index] = _table[image[index]];
            inputs[index + 1] = _table[Values + image[index + 1]];
            inputs[index + 2] = _table[(2 * Values) + image[index + 2]];
        }
    }

    /// <summary>Normalises one image through a view. Pixels outside the image become 0.</summary>
    /// <param name="image">Shape [side, side, 3].</param>
    /// <param name="side">Rows and columns.</param>
    /// <param name="view">View of the image.</param>
    /// <param name="inputs">Receives the inputs; same shape.</param>
    public void Apply(ReadOnlySpan<byte> image, int side, Augmentation.View view, Span<float> inputs)
    {
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                Pixel(
                    image,
                    side,
                    y + view.Down,
                    (view.Mirrored ? side - 1 - x : x) + view.Right,
                    inputs.Slice(((y * side) + x) * ImageSet.Channels, ImageSet.Channels));
    }

    private void Pixel(ReadOnlySpan<byte> image, int side, int y, int x, Span<float> inputs)
    {
        // Unsigned, so that one comparison covers negative coordinates as well.
        if ((uint)y >= (uint)side || (uint)x >= (uint)side)
        {
            inputs.Clear();
            return;
        }

        ReadOnlySpan<byte> pixel = image.Slice(((y * side) + x) * ImageSet.Channels, ImageSet.Channels);
        inputs[0] = _table[pixel[0]];
        inputs[1] = _table[Values + pixel[1]];
        inputs[2] = _table[(2 * Values) + pixel[2]];
    }
}
