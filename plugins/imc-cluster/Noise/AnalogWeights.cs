using Memti.Abstractions.Randomness;

namespace Memti.Plugins.ImcCluster.Noise;

/// <summary>
/// Weights as pairs of conductances: the polarity of the sign has the magnitude as its target, the other one zero. A read is their
/// difference over the range of conductances, times one factor for all weights that makes up for the mean drift.
/// </summary>
internal sealed class AnalogWeights
{
    /// <summary>Magnitudes at which the mean drift is computed: weights that fill the range evenly.</summary>
    private const int DriftPoints = 64;

    /// <summary>Points of each normal distribution in that mean.</summary>
    private const int DriftQuantiles = 15;

    private readonly ConductanceLaw _law;
    private readonly double _seconds;

    /// <summary>Weights of an age.</summary>
    /// <param name="law">Statistics of their conductances at that age.</param>
    /// <param name="seconds">Time since programming; 0 for what programming left, before any read.</param>
    /// <param name="compensated">True when outputs are scaled by the mean drift.</param>
    internal AnalogWeights(ConductanceLaw law, double seconds, bool compensated)
    {
        (_law, _seconds) = (law, seconds);
        Factor = compensated && seconds > 0 ? Compensation() : 1;
    }

    /// <summary>What a read is multiplied with.</summary>
    internal double Factor { get; }

    /// <summary>A weight as it is read.</summary>
    /// <param name="weight">The target, from -1 to 1.</param>
    /// <param name="key">The random numbers.</param>
    /// <param name="position">Number of the weight in its region.</param>
    internal double Read(double weight, Philox key, long position)
    {
        (uint low, uint high) = ((uint)position, (uint)(position >> 32));
        (uint a, uint b, uint c, uint d) = key.Block(low, high, 0, 0);
        (uint e, uint f, _, _) = key.Block(low, high, 1, 0);
        double magnitude = Polarity(Math.Abs(weight), Normal(a), Normal(b), Normal(c));
        double other = Polarity(0, Normal(d), Normal(e), Normal(f));
        return Math.CopySign(1, weight) * (magnitude - other) * Factor;
    }

    /// <summary>One polarity at a read, over the range of conductances.</summary>
    internal double Polarity(double g, double programming, double drift, double read)
    {
        double programmed = _law.Programmed(g, programming);
        return (_seconds > 0 ? _law.Read(g, programmed, drift, read) : programmed) / (_law.Greatest - _law.Least);
    }

    private static double Normal(uint word) => NormalQuantile.Of((word + 0.5) / 4294967296.0);

    /// <summary>Mean of weights that fill the range evenly, just programmed, over that of the same weights now.</summary>
    private double Compensation()
    {
        double[] normals =
            [.. Enumerable.Range(0, DriftQuantiles).Select(static index => NormalQuantile.Of((index + 0.5) / DriftQuantiles))];
        (double before, double now) = (0, 0);
        for (int point = 0; point < DriftPoints; point++)
        {
            (double programmed, double drifted) = Means((point + 0.5) / DriftPoints, normals);
            (before, now) = (before + programmed, now + drifted);
        }

        // The other polarity of each weight is programmed to nothing, and is never quite that.
        (double rest, double restNow) = Means(0, normals);
        return (before - (DriftPoints * rest)) / (now - (DriftPoints * restNow));
    }

    /// <summary>Mean conductance of a polarity when it is programmed and now. The noise of reads has no mean.</summary>
    private (double Programmed, double Drifted) Means(double g, double[] normals)
    {
        (double before, double now) = (0, 0);
        foreach (double programming in normals)
        {
            double programmed = _law.Programmed(g, programming);
            before += programmed * normals.Length;
            foreach (double drift in normals)
                now += _law.Read(g, programmed, drift, 0);
        }

        return (before, now);
    }
}
