using Memti.Arrays.Levels;

namespace Memti.Arrays.Faults;

/// <summary>
/// Decides what becomes of a candidate cell: with the candidates' rate as scale, a decision below the row's misread rate names the level that is
/// read, any other leaves the cell as it is.
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

    /// <summary>Levels of the cell.</summary>
    public int Levels => _levels;

    /// <summary>The highest misread rate of any level: what candidates must be drawn with at least.</summary>
    public double WorstRate => Enumerable.Range(0, _levels).Max(stored => _bounds[(stored + 1) * (_levels - 1) - 1]);

    /// <summary>The level that is read in place of a stored one, or -1 for the stored one itself.</summary>
    public int Read(int stored, double decision)
    {
        int last = _levels - 2;
        ReadOnlySpan<double> bounds = _bounds.AsSpan(stored * (_levels - 1), _levels - 1);
        if (decision >= bounds[last])
            return -1;
        while (last > 0 && decision < bounds[last - 1])
            last--;
        return _reads[(stored * (_levels - 1)) + last];
    }

    /// <summary>
    /// Lays the misreads of a level end to end from 0, the rarest first: near 0 a decision resolves rates far below its own step elsewhere.
    /// </summary>
    private void Fill(ReadOnlySpan<double> row, int stored)
    {
        double[] rates = row.ToArray();
        double sum = 0;
        int next = stored * (_levels - 1);
        foreach (int read in Enumerable.Range(0, _levels).Where(read => read != stored).OrderBy(read => rates[read]).ThenBy(static read => read))
        {
            sum += Rounded(rates[read]);
            _reads[next] = (byte)read;
            _bounds[next++] = Math.Min(sum, 1);
        }
    }

    /// <summary>
    /// A rate to 33 binary digits, 1e-10: the exponential behind it may differ in its last bit between machines, and the faults drawn with it
    /// must not.
    /// </summary>
    private static double Rounded(double rate)
    {
        const ulong half = 1UL << 19;
        return BitConverter.UInt64BitsToDouble((BitConverter.DoubleToUInt64Bits(rate) + half) & ~((1UL << 20) - 1));
    }
}
