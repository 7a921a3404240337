using Memti.Abstractions.Training;
using StbImageSharp;

namespace Memti.Training.Datasets.Pictures;

/// <summary>Turns decoded samples into red, green and blue of 8 bits. Grey becomes three equal channels; alpha is composed over
/// black.</summary>
internal static class Samples
{
    private const int Byte = 255, Word = 65535;

    /// <summary>Composes samples of 8 bits.</summary>
    public static Picture Compose(ImageResult image)
    {
        (byte[] source, int samples) = (image.Data, (int)image.Comp);
        if (samples == ImageSet.Channels)
            return new Picture(image.Height, image.Width, source);
        byte[] pixels = new byte[image.Height * image.Width * ImageSet.Channels];
        for (int at = 0, from = 0; at < pixels.Length; at += ImageSet.Channels, from += samples)
            for (int channel = 0; channel < ImageSet.Channels; channel++)
            {
                int sample = source[from + (samples > 2 ? channel : 0)];
                pixels[at + channel] = samples % 2 == 1 ? (byte)sample : (byte)((sample * source[from + samples - 1] + Byte / 2) / Byte);
            }

        return new Picture(image.Height, image.Width, pixels);
    }

    /// <summary>Composes samples of 16 bits, and rounds once.</summary>
    /// <param name="source">Shape [height, width, samples]: grey, grey and alpha, red green blue, or red green blue and alpha.</param>
    /// <param name="height">Rows.</param>
    /// <param name="width">Columns.</param>
    /// <param name="samples">Samples of a pixel, 1 to 4.</param>
    public static Picture Compose(ReadOnlySpan<ushort> source, int height, int width, int samples)
    {
        const long Full = (long)Word * Word;
        byte[] pixels = new byte[height * width * ImageSet.Channels];
        for (int at = 0, from = 0; at < pixels.Length; at += ImageSet.Channels, from += samples)
            for (int channel = 0; channel < ImageSet.Channels; channel++)
            {
                long alpha = samples % 2 == 1 ? Word : source[from + samples - 1];
                pixels[at + channel] = (byte)((source[from + (samples > 2 ? channel : 0)] * alpha * Byte + Full / 2) / Full);
            }

        return new Picture(height, width, pixels);
    }
}
