using Memti.Abstractions.Training;

namespace HelloTrainable;

/// <summary>Averages of each colour over the fields of a grid, from -0.5 to 0.5.</summary>
internal static class GridAverages
{
    public static float[] Of(ImageSet images, int index, int grid, bool mirror, int right, int down)
    {
        ReadOnlySpan<byte> pixels = images.Image(index);
        float[] sums = new float[grid * grid * ImageSet.Channels];
        int[] counts = new int[grid * grid];
        for (int y = 0; y < images.Height; y++)
        {
            for (int x = 0; x < images.Width; x++)
            {
                int field = (y * grid / images.Height * grid) + (x * grid / images.Width);
                counts[field]++;
                int fromY = y + down;
                int fromX = (mirror ? images.Width - 1 - x : x) + right;
                if (fromY < 0 || fromY >= images.Height || fromX < 0 || fromX >= images.Width)
                    continue;
                for (int colour = 0; colour < ImageSet.Channels; colour++)
                    sums[(field * ImageSet.Channels) + colour] += pixels[(((fromY * images.Width) + fromX) * ImageSet.Channels) + colour];
            }
        }

        for (int place = 0; place < sums.Length; place++)
            sums[place] = (sums[place] / Math.Max(1, counts[place / ImageSet.Channels]) / 255) - 0.5f;
        return sums;
    }
}
