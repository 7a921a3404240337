using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>
/// Decides the fate of a candidate cell. Decisions are uniform between 0 and the candidate rate. A decision below the misread rate of the
/// stored level selects the level that is read; any other leaves the cell as it is.
/// </summary>
internal sealed class MisreadTable
{
    private readonly int _levels;
    private readonly double[] _bounds;
    private readonly byte[] _reads;

    public MisreadTable(ConfusionMatrix confusion)
    {
        _levels = confusion.Levels;
        _bounds = new double[_levels * (_levels - 1)];
        _reads = new byte[_bounds.Length];
        for (int stored = 0; stored < _levels; stored++)
            Fill(confusion.Row(stored), stored);
    }

    /// <summary>Number of levels of the cell.</summary>
    public int Levels => _levels;

    /// <summary>Highest misread rate of all levels: the least rate at which candidates must be drawn.</summary>
    public double WorstRate => Enumerable.Range(0, _levels).Max(stored => _bounds[(stored + 1) * (_levels - 1) - 1]);

    /// <summary>The level that is read instead of a stored one, or -1 when the cell is read correctly.</summary>
    public int Read(int stored, double decision)
    {
        int last = _levels - 2;
        ReadOnlySpan<double> bounds = _bounds.AsSpan(stored * (_levels - 1), _levels - 1);
        if (decision >= bounds[last])
            return -1;
        // From the top: the most frequent misread lies last, so that the search usually ends at once.
        while (last > 0 && decision < bounds[last - 1])
            last--;
        return _reads[(stored * (_levels - 1)) + last];
    }

    /// <summary>
    /// Lays the misreads of a level end to end from 0, the rarest first. Doubles are densest near 0, so even rates far below the resolution
    /// near 1 are represented there.
    /// </summary>
    private void Fill(ReadOnlySpan<double> row, int stored)
    {
        double[] rates = row.ToArray();
        double sum = 0;
        int next = stored * (_levels - 1);
        // Equal rates are ordered by level: the sort must not depend on the platform.
        foreach (int read in Enumerable.Range(0, _levels)
            .Where(read => read != stored)
            .OrderBy(read => rates[read])
            .ThenBy(static read => read))
        {
            sum += Rounded(rates[read]);
            _reads[next] = (byte)read;
            _bounds[next++] = Math.Min(sum, 1);
        }
    }

    /// <summary>
    /// Rounds a rate to 33 binary digits, 1e-10. The exponential behind it may differ in its last bit between machines; the faults drawn
    /// with it must not.
    /// </summary>
    private static double Rounded(double rate)
    {
        // A double has 53 binary digits. Half of the last kept one is added to the bits, so that cutting 20 digits rounds to nearest; a
        // carry runs on into the exponent, as it must.
        const ulong half = 1UL << 19;
        return BitConverter.UInt64BitsToDouble((BitConverter.DoubleToUInt64Bits(rate) + half) & ~((1UL << 20) - 1));
    }
}
