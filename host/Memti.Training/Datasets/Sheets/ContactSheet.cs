using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Sheets;

/// <summary>Draws sample images of each class on one sheet: one row per class, with a grey gap of four pixels.</summary>
public static class ContactSheet
{
    private const int Gap = 4, MostRows = 64;
    private const byte Ground = 96;

    /// <summary>Draws the sheet.</summary>
    /// <param name="images">Any set. Only the first 64 classes are shown.</param>
    /// <param name="columns">Images per class, 1 to 64. The first ones of the set are shown. Default: 12.</param>
    /// <param name="zoom">Sheet pixels per image pixel, 1 to 8. Default: 2.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadOption"/>: the sheet would have more than 64 Mi pixels.</exception>
    public static Picture Draw(ImageSet images, int columns = 12, int zoom = 2)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns is >= 1 and <= 64 && zoom is >= 1 and <= 8, true, nameof(columns));
        int rows = Math.Min(images.Classes, MostRows), width =
            columns * (images.Width * zoom + Gap) + Gap, height = rows * (images.Height * zoom + Gap) + Gap;
        if ((long)height * width > DatasetLimits.PicturePixels)
            throw new MemtiException(
                DiagnosticCode.BadOption,
                $"a sheet of {height} x {width} pixels is too large; permitted: {DatasetLimits.PicturePixels} pixels, with fewer "
                    + "columns or a smaller zoom.");
        byte[] pixels = new byte[height * width * ImageSet.Channels];
        Array.Fill(pixels, Ground);
        int[] shown = new int[images.Classes];
        for (int index = 0; index < images.Count; index++)
        {
            int row = images.Labels.Span[index], column = shown[row]++;
            if (row < rows && column < columns)
                Place(
                    images,
                    index,
                    zoom,
                    pixels.AsSpan(
                        ((row * (images.Height * zoom + Gap) + Gap) * width + column * (images.Width * zoom + Gap) + Gap)
                            * ImageSet.Channels),
                    width);
        }

        return new Picture(height, width, pixels);
    }

    private static void Place(ImageSet images, int index, int zoom, Span<byte> corner, int width)
    {
        ReadOnlySpan<byte> image = images.Image(index);
        for (int row = 0; row < images.Height * zoom; row++)
            for (int column = 0; column < images.Width * zoom; column++)
                image.Slice((row / zoom * images.Width + column / zoom) * ImageSet.Channels, ImageSet.Channels)
                    .CopyTo(corner[((row * width + column) * ImageSet.Channels)..]);
    }
}
