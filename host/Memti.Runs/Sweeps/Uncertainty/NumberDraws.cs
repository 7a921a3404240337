using System.Collections.Concurrent;
using System.Globalization;
using Memti.Abstractions.Randomness;
using Memti.Runs.Sensitivity;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Samples;

namespace Memti.Runs.Sweeps.Uncertainty;

/// <summary>
/// Values of uncertain numbers in their stated ranges. Each number has a Latin hypercube of its own, from a stream of its name: it is drawn
/// the same at every point and in every design, whatever other numbers there are.
/// </summary>
/// <param name="spec">How many draws, and their seed.</param>
internal sealed class NumberDraws(UncertaintySpec spec)
{
    /// <summary>From this ratio of its ends on, a range is drawn from evenly by ratio.</summary>
    private const double ByRatioFrom = 10;

    private readonly ConcurrentDictionary<string, SamplePlan> _plans = new(StringComparer.Ordinal);

    /// <summary>True for a number that is drawn.</summary>
    public static bool IsDrawn(UncertainParameter number) => number is { IsFittedOrAssumed: true, Stated: not null, Words.Count: 0 };

    /// <summary>A draw of a number, as a file would say it.</summary>
    /// <param name="number">The number, which has a stated range.</param>
    /// <param name="sample">Which draw, from 0.</param>
    public string Of(UncertainParameter number, int sample)
    {
        SamplePlan plan = _plans.GetOrAdd(
            number.Name,
            static (name, spec) => new SamplePlan(new SampleSpec(SampleMethod.LatinHypercube, spec.Samples, SeedOf(name, spec.Seed)), 1),
            spec);
        return At(number, plan.At(sample, 0));
    }

    /// <summary>The number at a share of the way from the low to the high end of its range, as a file would say it.</summary>
    /// <param name="number">The number, which has a stated range.</param>
    /// <param name="share">From 0 to 1.</param>
    public static string At(UncertainParameter number, double share)
    {
        (double low, double high) = (number.Stated!.Value.Minimum, number.Stated!.Value.Maximum);
        double value = low > 0 && high >= low * ByRatioFrom ? low * Math.Pow(high / low, share) : low + (share * (high - low));
        value = share <= 0 ? low : share >= 1 ? high : value;
        return number.Grid.Whole
            ? Math.Round(value, MidpointRounding.AwayFromZero).ToString("F0", CultureInfo.InvariantCulture)
            : value.ToString("G9", CultureInfo.InvariantCulture);
    }

    private static long SeedOf(string name, long seed) =>
        Philox.Named((ulong)seed, $"sweep/uncertainty {name}").Block(0, 0, 0, 0).Item1;
}
