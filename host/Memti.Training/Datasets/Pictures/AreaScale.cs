using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Datasets.Pictures;

/// <summary>
/// Scales with a box filter: each target pixel is the mean of the source rectangle that it covers, with partial pixels weighted by area.
/// Uses integers and rounds once, so that every machine gives the same bytes.
/// </summary>
internal static class AreaScale
{
    /// <summary>Scales every image of a set.</summary>
    public static byte[] All(ImageSet images, int height, int width)
    {
        long length = (long)images.Count * height * width * ImageSet.Channels;
        if (length > DatasetLimits.PartBytes)
            throw new MemtiException(
                DiagnosticCode.ImagesDoNotFit,
                $"{images.Count} images of {height} x {width} pixels are too much; permitted: {DatasetLimits.PartBytes} bytes of pixels.");
        byte[] scaled = new byte[length];
        int bytes = height * width * ImageSet.Channels;
        Parallel.For(
            0,
            images.Count,
            index => Scale(images.Image(index), images.Height, images.Width, scaled.AsSpan(index * bytes, bytes), height, width));
        return scaled;
    }

    /// <summary>Scales one image, shape [rows, columns, 3].</summary>
    public static void Scale(ReadOnlySpan<byte> source, int height, int width, Span<byte> target, int targetHeight, int targetWidth)
    {
        if ((height, width) == (targetHeight, targetWidth))
        {
            source.CopyTo(target);
            return;
        }

        for (int row = 0; row < targetHeight; row++)
            for (int column = 0; column < targetWidth; column++)
                Mean(
                    source,
                    width,
                    Range(row, height, targetHeight),
                    Range(column, width, targetWidth),
                    (long)height * width,
                    target.Slice((row * targetWidth + column) * ImageSet.Channels, ImageSet.Channels));
    }

    /// <summary>Start and end of a target pixel in the source, in fractions of a source pixel.</summary>
    private static (long From, long To, int Parts) Range(int place, int source, int target) =>
        ((long)place * source, (long)(place + 1) * source, target);

    private static void Mean(
        ReadOnlySpan<byte> source,
        int width,
        (long From, long To, int Parts) rows,
        (long From, long To, int Parts) columns,
        long area,
        Span<byte> pixel)
    {
        (long red, long green, long blue) = (0, 0, 0);
        for (long row = rows.From / rows.Parts; row * rows.Parts < rows.To; row++)
        {
            long high = Covered(row, rows);
            for (long column = columns.From / columns.Parts; column * columns.Parts < columns.To; column++)
            {
                long weight = high * Covered(column, columns);
                int at = (int)(row * width + column) * ImageSet.Channels;
                (red, green, blue) = (red + weight * source[at], green + weight * source[at + 1], blue + weight * source[at + 2]);
            }
        }

        (pixel[0], pixel[1], pixel[2]) = (Rounded(red, area), Rounded(green, area), Rounded(blue, area));
    }

    private static long Covered(long place, (long From, long To, int Parts) range) =>
        Math.Min(range.To, (place + 1) * range.Parts) - Math.Max(range.From, place * range.Parts);

    // Round half up in integers.
    private static byte Rounded(long sum, long area) => (byte)((sum + area / 2) / area);
}
