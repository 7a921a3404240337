using MathNet.Numerics.RootFinding;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Numerics;

namespace Memti.Arrays.Levels;

/// <summary>
/// Places levels on the read scale where they are misread least. The first and last level stay where the given table has them; the sigma of a
/// level between follows from its mean, interpolated linearly between the given levels.
/// </summary>
public static class LevelSpacing
{
    private const int Sweeps = 60;
    private const double Settled = 1e-12;

    /// <summary>Levels whose worst threshold is as good as it can be: every threshold costs the same share of misreads.</summary>
    /// <param name="measured">Levels that say which sigma a mean has.</param>
    /// <param name="bitsPerCell">Bits per cell to place levels for, 1 to 8.</param>
    /// <exception cref="MemtiException">MEMTI6501 to 6504: the given or the placed levels cannot be.</exception>
    public static LevelTable ForWorstThreshold(LevelTable measured, int bitsPerCell)
    {
        double[] means = Equalised(SpreadCurve.Of(Checked(measured)), Count(bitsPerCell));
        return Checked(Placed(measured, bitsPerCell, means, "equal misreads at every threshold"));
    }

    /// <summary>Levels whose mean misread rate is least when all are used equally; a local minimum, sought from <see cref="ForWorstThreshold"/>.</summary>
    /// <param name="measured">Levels that say which sigma a mean has.</param>
    /// <param name="bitsPerCell">Bits per cell to place levels for, 1 to 8.</param>
    /// <exception cref="MemtiException">MEMTI6501 to 6504: the given or the placed levels cannot be.</exception>
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
        : throw new MemtiException(LevelFinding.Of(DiagnosticCode.BadLevelCount, "bits_per_cell", bitsPerCell, "1 to 8"));

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
    /// Shoots: from the first level, each next one is put where the threshold costs a chosen share of misreads; the share is the one that
    /// makes the last level arrive at its place. The logarithm of the share is sought, as shares span hundreds of decades.
    /// </summary>
    private static double[] Equalised(SpreadCurve curve, int levels)
    {
        double[] means = new double[levels];
        means[0] = curve.First;
        if (levels > 2)
            Brent.FindRoot(logShare => Shoot(curve, means, Math.Exp(logShare)) - curve.Last, -690, Math.Log(0.9), 1e-13, 500);
        means[^1] = curve.Last;
        return means;
    }

    private static double Shoot(SpreadCurve curve, double[] means, double share)
    {
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
        while (high - low > 1e-15 * furthest && (low + high) / 2 is double middle && middle > low && middle < high)
            (low, high) = LevelThreshold.Misreads(lower, curve.At(middle)) > share ? (middle, high) : (low, middle);
        return high;
    }

    /// <summary>Moves each inner level to the least misreads at its two thresholds; the others stay.</summary>
    /// <returns>The furthest that a level moved.</returns>
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
