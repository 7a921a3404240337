namespace Memti.Simulation.Wear;

/// <summary>How long a memory lasts: its first region to wear out or to fade.</summary>
public sealed record MemoryLifetime
{
    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>Name of the memory.</summary>
    public required string Memory { get; init; }

    /// <summary>The region that ends first; the most-written one where none does.</summary>
    public required string Region { get; init; }

    /// <summary>What ends it.</summary>
    public required LifetimeBound Bound { get; init; }

    /// <summary>Seconds until then; null when nothing ends it.</summary>
    public required double? Seconds { get; init; }

    /// <summary>Years of 365.25 days until then; null when nothing ends it.</summary>
    public double? Years => Seconds / SecondsPerYear;

    /// <summary>Writes of each cell of the region that happen once: the start of the run, and deployments.</summary>
    public required long Once { get; init; }

    /// <summary>Writes of each cell of the region per second that recur, with scrubs and the wear of reads.</summary>
    public required double PerSecond { get; init; }

    /// <summary>The life of a memory.</summary>
    /// <param name="wear">What a run did to it.</param>
    /// <param name="rates">What recurs.</param>
    /// <returns>Null for a memory that neither wears nor fades, and for one that is never written and holds nothing.</returns>
    public static MemoryLifetime? Of(MemoryWear wear, IReadOnlyList<RegionRate> rates)
    {
        ArgumentNullException.ThrowIfNull(wear);
        return wear is { Endurance: null, RetentionSeconds: null }
            ? null
            : rates.Select(rate => Of(wear, rate)).OrderBy(static life => life.Seconds ?? double.PositiveInfinity).ThenByDescending(static life => life.PerSecond).FirstOrDefault();
    }

    private static MemoryLifetime Of(MemoryWear wear, RegionRate rate)
    {
        long once = rate.Once + (wear.Regions.FirstOrDefault(region => region.Name == rate.Name)?.Deployed ?? 0);
        double perSecond = rate.PerSecond + (rate.HasContents && wear.ScrubSeconds is { } scrub ? wear.WearPerScrub / scrub : 0);
        double? worn = perSecond > 0 ? Math.Max(0, wear.Endurance - once ?? double.PositiveInfinity) / perSecond : once > wear.Endurance ? 0 : null;
        bool refreshed = rate.LongestGapSeconds <= wear.RetentionSeconds || wear.ScrubSeconds <= wear.RetentionSeconds;
        double? faded = rate.HasContents && !refreshed ? wear.RetentionSeconds : null;
        bool fades = faded is not null && !(worn <= faded);
        double? ends = fades ? faded : double.IsFinite(worn ?? double.PositiveInfinity) ? worn : null;
        return new()
        {
            Memory = wear.Memory,
            Region = rate.Name,
            Bound = fades ? LifetimeBound.Retention : ends is not null ? LifetimeBound.Endurance : LifetimeBound.None,
            Seconds = ends,
            Once = once,
            PerSecond = perSecond,
        };
    }
}
