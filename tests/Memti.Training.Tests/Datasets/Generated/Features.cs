using Memti.Abstractions.Training;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Generated;

/// <summary>What a classifier sees of an image.</summary>
internal static class Features
{
    private const int Side = 16, Directions = 16, Cells = 4;

    /// <summary>Pixels reduced to 16x16 with a box filter, -1 to 1.</summary>
    public static double[] Pixels(ImageSet images, int index)
    {
        byte[] reduced = new byte[Side * Side * ImageSet.Channels];
        AreaScale.Scale(images.Image(index), images.Height, images.Width, reduced, Side, Side);
        return [.. reduced.Select(static value => value / 127.5 - 1)];
    }

    /// <summary>
    /// Histograms of the directions of gradients in 4x4 cells and over the whole (Dalal and Triggs, CVPR 2005), of brightness, to the
    /// same length for each image.
    /// </summary>
    public static double[] Gradients(ImageSet images, int index)
    {
        double[] bins = new double[(Cells * Cells + 1) * Directions];
        for (int row = 1; row < images.Height - 1; row++)
            for (int column = 1; column < images.Width - 1; column++)
                Add(bins, images, index, row, column);
        double[] roots = [.. bins.Select(Math.Sqrt)];
        double length = Math.Sqrt(bins.Sum()) + 1e-9;
        return [.. roots.Select(root => root / length)];
    }

    private static void Add(double[] bins, ImageSet images, int index, int row, int column)
    {
        double across = Brightness(images, index, row, column + 1) - Brightness(images, index, row, column - 1);
        double down = Brightness(images, index, row + 1, column) - Brightness(images, index, row - 1, column);
        int direction = (int)((Math.Atan2(down, across) / (2 * Math.PI) + 1) * Directions + 0.5) % Directions;
        int cell = row * Cells / images.Height * Cells + column * Cells / images.Width;
        double strength = Math.Sqrt(across * across + down * down);
        bins[cell * Directions + direction] += strength;
        bins[Cells * Cells * Directions + direction] += strength;
    }

    private static int Brightness(ImageSet images, int index, int row, int column)
    {
        ReadOnlySpan<byte> pixel = images.Image(index).Slice((row * images.Width + column) * ImageSet.Channels, ImageSet.Channels);
        return pixel[0] + pixel[1] + pixel[2];
    }
}
