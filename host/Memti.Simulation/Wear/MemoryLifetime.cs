namespace Memti.Simulation.Wear;

/// <summary>Lifetime of a memory: that of its first region to wear out or to fade.</summary>
public sealed record MemoryLifetime
{
    private const double SecondsPerYear = 365.25 * 86400;

    /// <summary>Name of the memory.</summary>
    public required string Memory { get; init; }

    /// <summary>The region that ends first; the most-written one when none ends.</summary>
    public required string Region { get; init; }

    /// <summary>The cause that ends it.</summary>
    public required LifetimeBound Bound { get; init; }

    /// <summary>Seconds to the end; null without one.</summary>
    public required double? Seconds { get; init; }

    /// <summary>Years of 365.25 days to the end; null without one.</summary>
    public double? Years => Seconds / SecondsPerYear;

    /// <summary>Writes per cell of the region that happen once: at the start of the run, and by deployments.</summary>
    public required long Once { get; init; }

    /// <summary>Recurring writes per cell of the region and second, including scrubs and the wear of reads.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Computes the lifetime of a memory.</summary>
    /// <param name="wear">Wear of the memory over a run.</param>
    /// <param name="rates">Recurring wear of its regions.</param>
    /// <returns>Null for a memory that neither wears nor fades, and for one without writes and contents.</returns>
    public static MemoryLifetime? Of(MemoryWear wear, IReadOnlyList<RegionRate> rates)
    {
        ArgumentNullException.ThrowIfNull(wear);
        return wear is { Endurance: null, RetentionSeconds: null }
            ? null
            : rates.Select(rate => Of(wear, rate))
                .OrderBy(static life => life.Seconds ?? double.PositiveInfinity)
                .ThenByDescending(static life => life.PerSecond)
                .FirstOrDefault();
    }

    private static MemoryLifetime Of(MemoryWear wear, RegionRate rate)
    {
        long once = rate.Once + (wear.Regions.FirstOrDefault(region => region.Name == rate.Name)?.Deployed ?? 0);
        double perSecond = rate.PerSecond + (rate.HasContents && wear.ScrubSeconds is { } scrub ? wear.WearPerScrub / scrub : 0);
        // Time to wear out = (endurance - writes that happen once) / recurring rate.
        double? worn = perSecond > 0
            ? Math.Max(0, wear.Endurance - once ?? double.PositiveInfinity) / perSecond
            : once > wear.Endurance ? 0 : null;
        bool refreshed = rate.LongestGapSeconds <= wear.RetentionSeconds || wear.ScrubSeconds <= wear.RetentionSeconds;
        double? faded = rate.HasContents && !refreshed ? wear.RetentionSeconds : null;
        // When both causes apply, the earlier one decides; at a tie, wear does.
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
