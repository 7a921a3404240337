using System.Runtime.CompilerServices;

namespace Memti.Tensors.Convolutions;

/// <summary>A run of input pixels for each output pixel, and the weights that multiply it.</summary>
/// <param name="Row">Row offset from the output pixel's place in the input.</param>
/// <param name="Column">Column offset from that place.</param>
/// <param name="Pixels">Number of adjacent pixels.</param>
/// <param name="WeightRow">First row of the packed weights.</param>
internal readonly record struct Tap(int Row, int Column, int Pixels, int WeightRow)
{
    /// <summary>The part of the run inside a map. Border pixels are zeros and add nothing.</summary>
    /// <param name="column">The output pixel's column in the input.</param>
    /// <param name="width">Columns of the input.</param>
    /// <param name="channels">Values per pixel.</param>
    public Tap Within(int column, int width, int channels)
    {
        int first = Math.Max(0, -column - Column), end = Math.Min(Pixels, width - column - Column);
        return new Tap(Row, Column + first, Math.Max(0, end - first), WeightRow + (first * channels));
    }
}

/// <summary>
/// The taps of one pass. A tap without a row offset comes first: it reaches every pixel and overwrites the previous contents.
/// </summary>
[InlineArray(Capacity)]
internal struct Taps
{
    /// <summary>Most taps of a pass: a phase of backward data at stride 2 has up to four.</summary>
    public const int Capacity = 4;

    private Tap _first;

    /// <summary>A 3x3 window as three runs of three pixels, or a 1x1 window as one run of one pixel.</summary>
    public static Taps Window(int kernel, int channels, out int count)
    {
        Taps taps = default;
        if (kernel == 1)
            return One(new Tap(0, 0, 1, 0), out count);
        int run = 3 * channels;
        (taps[0], taps[1], taps[2]) = (new Tap(0, -1, 3, run), new Tap(-1, -1, 3, 0), new Tap(1, -1, 3, 2 * run));
        count = 3;
        return taps;
    }

    /// <summary>
    /// Taps that reach input pixel (2 y + <paramref name="row"/>, 2 x + <paramref name="column"/>) back through a convolution of stride 2.
    /// </summary>
    public static Taps Phase(int kernel, int channels, int row, int column, out int count)
    {
        count = 0;
        if (kernel == 1)
            return row + column == 0 ? One(new Tap(0, 0, 1, 0), out count) : default;
        Taps taps = default;
        for (int y = 2; y >= 0; y--)
            for (int x = 0; x < 3; x++)
                // Only kernel positions of the right parity connect an input pixel to output pixels: 1, 2, 2 and 4 of nine in the four
                // phases.
                if ((row + 1 - y) % 2 == 0 && (column + 1 - x) % 2 == 0)
                    taps[count++] = new Tap((row + 1 - y) / 2, (column + 1 - x) / 2, 1, ((y * 3) + x) * channels);
        return taps;
    }

    private static Taps One(Tap tap, out int count)
    {
        Taps taps = default;
        taps[0] = tap;
        count = 1;
        return taps;
    }
}
