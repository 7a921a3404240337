namespace Memti.Arrays.Levels;

/// <summary>
/// Probability of reading each level, for each stored level. Rows sum to 1. Entries off the diagonal are computed in their own tail and
/// keep their relative precision down to 1e-300.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly double[] _rates;

    private ConfusionMatrix(int levels, double[] rates) => (Levels, _rates) = (levels, rates);

    /// <summary>Number of levels, 2 to 256.</summary>
    public int Levels { get; }

    /// <summary>Misread probability with all levels equally likely.</summary>
    public double MeanErrorRate => Enumerable.Range(0, Levels).Average(ErrorRate);

    /// <summary>Misread probability of the worst level.</summary>
    public double WorstErrorRate => Enumerable.Range(0, Levels).Max(ErrorRate);

    /// <summary>Probability that a stored level is read as another level or as itself.</summary>
    public double this[int stored, int read] => Row(stored)[read];

    /// <summary>Probabilities of all readings of a stored level; they sum to 1.</summary>
    public ReadOnlySpan<double> Row(int stored)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stored);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(stored, Levels);
        return _rates.AsSpan(stored * Levels, Levels);
    }

    /// <summary>Probability that a stored level is read as a higher one.</summary>
    public double MisreadUp(int stored) => Sum(Row(stored)[(stored + 1)..]);

    /// <summary>Probability that a stored level is read as a lower one.</summary>
    public double MisreadDown(int stored) => Sum(Row(stored)[..stored]);

    /// <summary>Probability that a stored level is read as any other.</summary>
    public double ErrorRate(int stored) => MisreadUp(stored) + MisreadDown(stored);

    /// <summary>Creates the matrix of given misread rates. The diagonal is the complement of each row.</summary>
    /// <param name="rates">Square; the diagonal is ignored. Rows off the diagonal sum to at most 1.</param>
    /// <exception cref="ArgumentException">The array is not square, or a rate is outside 0 to 1.</exception>
    public static ConfusionMatrix FromRates(double[,] rates)
    {
        ArgumentNullException.ThrowIfNull(rates);
        int levels = rates.GetLength(0);
        if (levels != rates.GetLength(1) || levels is < 2 or > 256)
            throw new ArgumentException("The matrix must be square, with 2 to 256 levels.", nameof(rates));
        return Fill(levels, (stored, read) => rates[stored, read]);
    }

    /// <summary>Creates the matrix of level distributions that are cut at thresholds.</summary>
    internal static ConfusionMatrix Of(NormalLevel[] levels, IReadOnlyList<double> thresholds) => Fill(levels.Length, (stored, read) =>
    {
        double low = read == 0 ? double.NegativeInfinity : thresholds[read - 1];
        double high = read == thresholds.Count ? double.PositiveInfinity : thresholds[read];
        return levels[stored].Between(low, high);
    });

    private static ConfusionMatrix Fill(int levels, Func<int, int, double> rate)
    {
        double[] rates = new double[levels * levels];
        for (int stored = 0; stored < levels; stored++)
        {
            Span<double> row = rates.AsSpan(stored * levels, levels);
            for (int read = 0; read < levels; read++)
                row[read] = read == stored ? 0 : Checked(rate(stored, read));
            // By difference, because the correct reading is near 1: its own integral would hide the misreads. Rounding may leave it below
            // 0.
            row[stored] = Math.Max(1 - Sum(row), 0);
        }

        return new ConfusionMatrix(levels, rates);
    }

    private static double Checked(double rate) =>
        rate is >= 0 and <= 1 ? rate : throw new ArgumentException(FormattableString.Invariant($"A rate of {rate} is no probability."));

    private static double Sum(ReadOnlySpan<double> rates)
    {
        double sum = 0;
        foreach (double rate in rates)
            sum += rate;
        return sum;
    }
}
