using MathNet.Numerics.RootFinding;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Codes;
using Memti.Arrays.Numerics;

namespace Memti.Arrays.Levels;

/// <summary>
/// Places levels on the read scale for the fewest misreads. The first and last level stay where the given table has them. The sigma of a
/// level between them is interpolated linearly over the mean of the given levels.
/// </summary>
public static class LevelSpacing
{
    /// <summary>
    /// Most sweeps of the descent; far above the number that published tables need. A cut-off against cycles of rounding.
    /// </summary>
    private const int Sweeps = 60;
    /// <summary>Largest movement of a level, on a scale of 0 to 1, at which the descent ends.</summary>
    private const double Settled = 1e-12;

    /// <summary>Logarithm of the smallest share that is sought, 1e-300: below it misreads underflow.</summary>
    private const double LeastLogShare = -690;

    /// <summary>Largest share that is sought; at 1 neighbouring levels would coincide.</summary>
    private const double MostShare = 0.9;

    /// <summary>Places levels for the least worst threshold: every threshold then costs the same share of misreads.</summary>
    /// <param name="measured">Levels that define sigma as a function of the mean.</param>
    /// <param name="bitsPerCell">Bits per cell to place levels for, 1 to 8.</param>
    /// <exception cref="MemtiException">MEMTI6501 to 6504: the given or the placed levels are invalid.</exception>
    public static LevelTable ForWorstThreshold(LevelTable measured, int bitsPerCell)
    {
        double[] means = Equalised(SpreadCurve.Of(Checked(measured)), Count(bitsPerCell));
        return Checked(Placed(measured, bitsPerCell, means, "equal misreads at every threshold"));
    }

    /// <summary>
    /// Places levels for the least mean misread rate when all levels are equally likely. A local minimum, searched from
    /// <see cref="ForWorstThreshold"/>.
    /// </summary>
    /// <param name="measured">Levels that define sigma as a function of the mean.</param>
    /// <param name="bitsPerCell">Bits per cell to place levels for, 1 to 8.</param>
    /// <exception cref="MemtiException">MEMTI6501 to 6504: the given or the placed levels are invalid.</exception>
    public static LevelTable ForMeanMisread(LevelTable measured, int bitsPerCell)
    {
        SpreadCurve curve = SpreadCurve.Of(Checked(measured));
        double[] means = Equalised(curve, Count(bitsPerCell));
        for (int sweep = 0; sweep < Sweeps && Sweep(curve, means) > Settled; sweep++)
        {
        }

        return Checked(Placed(measured, bitsPerCell, means, "least mean misread"));
    }

    private static int Count(int bitsPerCell) => bitsPerCell is >= 1 and <= 8
        ? 1 << bitsPerCell
        : throw new MemtiException(LevelFinding.Of(ArrayCodes.BadLevelCount, "bits_per_cell", bitsPerCell, "1 to 8"));

    private static LevelTable Checked(LevelTable table) => LevelReading.Of(table).Table;

    private static LevelTable Placed(LevelTable measured, int bitsPerCell, double[] means, string rule)
    {
        SpreadCurve curve = SpreadCurve.Of(measured);
        return measured with
        {
            BitsPerCell = bitsPerCell,
            Means = means,
            Sigmas = [.. means.Select(mean => curve.At(mean).Sigma)],
            Source = $"{measured.Source}; placed for {rule}",
            Status = (NumberStatus)Math.Max((int)measured.Status, (int)NumberStatus.Derived),
        };
    }

    /// <summary>
    /// Shooting method: from the first level on, each next level is placed where its threshold costs a trial share of misreads. The share
    /// is adjusted until the last level arrives at its place. The search runs over the logarithm of the share, which spans hundreds of
    /// decades.
    /// </summary>
    private static double[] Equalised(SpreadCurve curve, int levels)
    {
        double[] means = new double[levels];
        means[0] = curve.First;
        if (levels > 2)
            Brent.FindRoot(
                logShare => Shoot(curve, means, Math.Exp(logShare)) - curve.Last,
                LeastLogShare,
                Math.Log(MostShare),
                accuracy: 1e-13,
                maxIterations: 500);
        means[^1] = curve.Last;
        return means;
    }

    private static double Shoot(SpreadCurve curve, double[] means, double share)
    {
        // Far beyond the last level, rising with the level, so that an oversized share still yields ordered levels and a sign for the root
        // search.
        double reach = 2 * curve.Last - curve.First;
        for (int level = 1; level < means.Length; level++)
            means[level] = Next(curve, means[level - 1], share, reach + level);
        return means[^1];
    }

    private static double Next(SpreadCurve curve, double mean, double share, double furthest)
    {
        NormalLevel lower = curve.At(mean);
        double low = mean;
        double high = furthest;
        // Bisection down to neighbouring doubles: it needs only the sign of the difference, which is exact where Misreads underflows.
        while (high - low > 1e-15 * furthest && (low + high) / 2 is double middle && middle > low && middle < high)
            (low, high) = LevelThreshold.Misreads(lower, curve.At(middle)) > share ? (middle, high) : (low, middle);
        return high;
    }

    /// <summary>Moves each inner level, in turn, to the least misreads at its two thresholds.</summary>
    /// <returns>Largest movement of a level.</returns>
    private static double Sweep(SpreadCurve curve, double[] means)
    {
        double furthest = 0;
        for (int level = 1; level < means.Length - 1; level++)
        {
            NormalLevel below = curve.At(means[level - 1]);
            NormalLevel above = curve.At(means[level + 1]);
            double best = GoldenSection.Minimum(
                mean => LevelThreshold.Misreads(below, curve.At(mean)) + LevelThreshold.Misreads(curve.At(mean), above),
                means[level - 1],
                means[level + 1]);
            furthest = Math.Max(furthest, Math.Abs(best - means[level]));
            means[level] = best;
        }

        return furthest;
    }
}
