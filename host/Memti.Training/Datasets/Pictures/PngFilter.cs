namespace Memti.Training.Datasets.Pictures;

/// <summary>Reverses the filter of a row (PNG specification, section 9).</summary>
internal static class PngFilter
{
    /// <summary>Reverses the filter in place; false for an unknown filter.</summary>
    /// <param name="kind">0 none, 1 left, 2 above, 3 mean, 4 Paeth.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above, unfiltered.</param>
    /// <param name="step">Bytes between neighbouring pixels.</param>
    public static bool Undo(int kind, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        if (kind is < 0 or > 4)
            return false;
        for (int at = 0; at < row.Length; at++)
        {
            (int left, int corner) = at < step ? (0, 0) : (row[at - step], above[at - step]);
            row[at] +=
                (byte)(kind switch { 1 => left, 2 => above[at], 3 => (left + above[at]) / 2, 4 => Paeth(left, above[at], corner), _ => 0 });
        }

        return true;
    }

    private static int Paeth(int left, int above, int corner)
    {
        int guess = left + above - corner;
        (int toLeft, int toAbove, int toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        // Ties go to left, then above: the specification fixes this order (9.4).
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
