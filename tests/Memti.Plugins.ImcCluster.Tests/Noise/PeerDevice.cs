using Memti.Abstractions.Randomness;
using Memti.Plugins.ImcCluster.Noise;

namespace Memti.Plugins.ImcCluster.Tests.Noise;

/// <summary>Many devices of one target, beside the mean and the spread that a peer found.</summary>
internal static class PeerDevice
{
    private const int Cells = 100_000;

    /// <summary>Compares within four standard deviations of both samples.</summary>
    /// <param name="law">Statistics of the devices.</param>
    /// <param name="g">The target, from 0 to 1.</param>
    /// <param name="seconds">Time since programming; 0 for what programming left.</param>
    /// <param name="mean">The peer's mean, in the unit of the law.</param>
    /// <param name="spread">The peer's standard deviation.</param>
    /// <param name="cells">Cells of the peer.</param>
    /// <param name="printed">Half of the last digit that the peer printed.</param>
    internal static void Compare(
        ConductanceLaw law, double g, double seconds, double mean, double spread, int cells, double printed = 0)
    {
        Philox key = Philox.Named(1, FormattableString.Invariant($"{law.GetType().Name}/{law.Greatest}/{g}/{seconds}"));
        double[] values = [.. Enumerable.Range(0, Cells).Select(cell =>
        {
            (uint a, uint b, uint c, _) = key.Block((uint)cell, 0, 0, 0);
            double programmed = law.Programmed(g, Normal(a));
            return seconds > 0 ? law.Read(g, programmed, Normal(b), Normal(c)) : programmed;
        })];
        double ours = values.Average();
        double deviation = Math.Sqrt(values.Average(value => (value - ours) * (value - ours)));
        double kurtosis = values.Average(value => Math.Pow(value - ours, 4)) / Math.Pow(deviation, 4);
        // Both are samples. The spread of a distribution with tails is less sure than that of a normal one.
        double samples = Math.Sqrt((1.0 / Cells) + (1.0 / cells));
        ours.ShouldBe(mean, (4 * deviation * samples) + printed, $"g {g} at {seconds} s, mean");
        deviation.ShouldBe(spread, (4 * deviation * Math.Sqrt((kurtosis - 1) / 4) * samples) + printed, $"g {g} at {seconds} s, spread");
    }

    private static double Normal(uint word) => NormalQuantile.Of((word + 0.5) / 4294967296.0);
}
