using Memti.Abstractions.Training;

namespace Memti.Plugins.Adapters.Training;

/// <summary>Turns pixels of 0 to 255 into inputs of the network with mean 0 and standard deviation 1 over the training images, channel by channel.</summary>
internal sealed class PixelScale
{
    private const int Values = 256;
    private readonly float[] _table = new float[ImageSet.Channels * Values];

    internal PixelScale(ReadOnlySpan<float> mean, ReadOnlySpan<float> deviation)
    {
        (Mean, Deviation) = (mean.ToArray(), deviation.ToArray());
        for (int channel = 0; channel < ImageSet.Channels; channel++)
            for (int value = 0; value < Values; value++)
                _table[(channel * Values) + value] = (value - Mean[channel]) / Deviation[channel];
    }

    /// <summary>Mean of each channel, 0 to 255.</summary>
    internal float[] Mean { get; }

    /// <summary>Standard deviation of each channel, above 0.</summary>
    internal float[] Deviation { get; }

    /// <summary>The statistics of a set; a channel that never changes has deviation 1.</summary>
    internal static PixelScale Of(ImageSet images)
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
            double average = sum[channel] / count;
            double variance = (square[channel] / count) - (average * average);
            mean[channel] = (float)average;
            deviation[channel] = variance > 0 ? (float)Math.Sqrt(variance) : 1;
        }

        return new PixelScale(mean, deviation);
    }

    /// <summary>The inputs of one image as it is.</summary>
    /// <param name="image">Shape [height, width, 3].</param>
    /// <param name="inputs">The same shape.</param>
    internal void Apply(ReadOnlySpan<byte> image, Span<float> inputs)
    {
        for (int index = 0; index < image.Length; index += ImageSet.Channels)
        {
            inputs[index] = _table[image[index]];
            inputs[index + 1] = _table[Values + image[index + 1]];
            inputs[index + 2] = _table[(2 * Values) + image[index + 2]];
        }
    }

    /// <summary>The inputs of one image as a view shows it; what lies outside of it is 0.</summary>
    /// <param name="image">Shape [side, side, 3].</param>
    /// <param name="side">Rows and columns.</param>
    /// <param name="view">How it is seen.</param>
    /// <param name="inputs">The same shape.</param>
    internal void Apply(ReadOnlySpan<byte> image, int side, Augmentation.View view, Span<float> inputs)
    {
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                Pixel(image, side, y + view.Down, (view.Mirrored ? side - 1 - x : x) + view.Right, inputs.Slice(((y * side) + x) * ImageSet.Channels, ImageSet.Channels));
    }

    private void Pixel(ReadOnlySpan<byte> image, int side, int y, int x, Span<float> inputs)
    {
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
