using MathNet.Numerics.Distributions;

namespace Memti.Training.Statistics;

/// <summary>Whether two networks differ that were tried on the same maps or the same images. Two-sided.</summary>
/// <param name="Name">The test.</param>
/// <param name="Pairs">Pairs that it rests on: maps, or images that only one of the two got right.</param>
/// <param name="Difference">Mean difference, after less before.</param>
/// <param name="PValue">Probability of a difference as large, were there none; null where the test is not defined.</param>
public sealed record PairedTest(string Name, int Pairs, double Difference, double? PValue)
{
    /// <summary>Student's paired t test, over maps. It is not defined where all pairs differ by the same amount: no spread says how sure that is.</summary>
    /// <exception cref="ArgumentException">There are not as many values after as before, or fewer than two.</exception>
    public static PairedTest StudentT(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count != after.Count || before.Count < 2)
            throw new ArgumentException("A paired test needs two pairs or more.", nameof(after));
        SampleSummary differences = SampleSummary.Of([.. after.Zip(before, static (late, early) => late - early)]);
        return new PairedTest("paired t test over maps", before.Count, differences.Mean, StudentP(differences));
    }

    /// <summary>McNemar's exact test, over images: were there no difference, an image that only one network got right is as likely the one's as the other's.</summary>
    /// <exception cref="ArgumentException">There are not as many images after as before.</exception>
    public static PairedTest McNemar(IReadOnlyList<bool> before, IReadOnlyList<bool> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count != after.Count)
            throw new ArgumentException("There are not as many images after as before.", nameof(after));
        int lost = before.Zip(after).Count(static pair => pair is (true, false));
        int won = before.Zip(after).Count(static pair => pair is (false, true));
        double p = lost + won == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, lost + won, Math.Min(lost, won)));
        return new PairedTest("exact McNemar test over images", lost + won, (double)(won - lost) / Math.Max(1, before.Count), p);
    }

    private static double? StudentP(SampleSummary differences)
    {
        if (differences.StandardDeviation is not > 0)
            return differences.Mean == 0 ? 1 : null;
        double t = differences.Mean / (differences.StandardDeviation.Value / Math.Sqrt(differences.Count));
        return 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, differences.Count - 1, -Math.Abs(t));
    }
}
