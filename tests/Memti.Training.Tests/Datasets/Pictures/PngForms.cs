namespace Memti.Training.Tests.Datasets.Pictures;

/// <summary>Random PNG files of every form: colour types, depths, interlace, palettes, transparency, filters.</summary>
internal static class PngForms
{
    private static readonly int[][] Plain = [[0, 0, 1, 1]];

    private static readonly int[][] Passes =
        [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]];

    public static IReadOnlyList<(int Colour, int Depth)> All { get; } =
    [
        (0, 1), (0, 2), (0, 4), (0, 8), (0, 16), (2, 8), (2, 16), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (4, 16), (6, 8), (6, 16),
    ];

    /// <summary>Draws a sound picture of 1 to 39 rows and columns.</summary>
    public static byte[] Draw(Random random, int colour, int depth, bool interlaced, bool transparent)
    {
        (int width, int height) = (random.Next(1, 40), random.Next(1, 40));
        PngBuilder png = PngBuilder.Of(width, height, depth, colour, interlaced);
        if (random.Next(2) == 0)
            png.Chunk("tEXt", [1, 2, 3]);
        int entries = 1 << Math.Min(depth, 8);
        if (colour == 3)
            png.Chunk("PLTE", Noise(random, 3 * entries));
        if (transparent && colour == 3)
            png.Chunk("tRNS", Noise(random, random.Next(1, entries + 1)));
        else if (transparent && colour is 0 or 2)
            png.Chunk("tRNS", Colour(random, colour == 0 ? 1 : 3, depth));
        byte[] rows = Rows(random, width, height, depth * (colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }), interlaced);
        return png.Rows(random, rows).End();
    }

    private static byte[] Colour(Random random, int samples, int depth)
    {
        byte[] colour = new byte[2 * samples];
        for (int at = 0; at < colour.Length; at += 2)
        {
            int value = random.Next(1 << depth);
            (colour[at], colour[at + 1]) = ((byte)(value >> 8), (byte)value);
        }

        return colour;
    }

    private static byte[] Rows(Random random, int width, int height, int bits, bool interlaced)
    {
        List<byte> rows = [];
        foreach (int[] pass in interlaced ? Passes : Plain)
        {
            int columns = width <= pass[0] ? 0 : (width - pass[0] + pass[2] - 1) / pass[2];
            for (int row = pass[1]; row < height && columns > 0; row += pass[3])
            {
                rows.Add((byte)random.Next(5));
                byte[] line = Noise(random, (columns * bits + 7) / 8);
                rows.AddRange(random.Next(3) == 0 ? new byte[line.Length] : line);
            }
        }

        return [.. rows];
    }

    private static byte[] Noise(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
