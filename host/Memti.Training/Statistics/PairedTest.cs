using MathNet.Numerics.Distributions;

namespace Memti.Training.Statistics;

/// <summary>Two-sided test whether two networks differ on the same maps or images.</summary>
/// <param name="Name">Name of the test.</param>
/// <param name="Pairs">Number of pairs in the test: maps, or images that only one network classified correctly.</param>
/// <param name="Difference">Mean difference, after minus before.</param>
/// <param name="PValue">Probability of a difference at least as large under the null hypothesis; null when the test is undefined.</param>
public sealed record PairedTest(string Name, int Pairs, double Difference, double? PValue)
{
    /// <summary>Student's paired t test over maps. Undefined when all pairs differ by the same amount, because there is no spread to judge
    /// by.</summary>
    /// <exception cref="ArgumentException">The numbers of values differ, or are below two.</exception>
    public static PairedTest StudentT(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count != after.Count || before.Count < 2)
            throw new ArgumentException("A paired test needs two pairs or more.", nameof(after));
        SampleSummary differences = SampleSummary.Of([.. after.Zip(before, static (late, early) => late - early)]);
        return new PairedTest("paired t test over maps", before.Count, differences.Mean, StudentP(differences));
    }

    /// <summary>McNemar's exact test over images. Under the null hypothesis, either network is equally likely to be the one that was
    /// right.</summary>
    /// <exception cref="ArgumentException">The numbers of images differ.</exception>
    public static PairedTest McNemar(IReadOnlyList<bool> before, IReadOnlyList<bool> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count != after.Count)
            throw new ArgumentException("There are not as many images after as before.", nameof(after));
        int lost = before.Zip(after).Count(static pair => pair is (true, false));
        int won = before.Zip(after).Count(static pair => pair is (false, true));
        // McNemar, Psychometrika 12, 1947, in its exact form: of the images that only one got right, min(lost, won) or fewer, twice the
        // binomial tail at 1/2.
        double p = lost + won == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, lost + won, Math.Min(lost, won)));
        return new PairedTest("exact McNemar test over images", lost + won, (double)(won - lost) / Math.Max(1, before.Count), p);
    }

    private static double? StudentP(SampleSummary differences)
    {
        if (differences.StandardDeviation is not > 0)
            return differences.Mean == 0 ? 1 : null;
        // t = mean / (s / sqrt(n)) with n - 1 degrees of freedom ("Student", Biometrika 6, 1908), both tails.
        double t = differences.Mean / (differences.StandardDeviation.Value / Math.Sqrt(differences.Count));
        return 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, differences.Count - 1, -Math.Abs(t));
    }
}
