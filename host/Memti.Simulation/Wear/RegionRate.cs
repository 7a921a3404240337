namespace Memti.Simulation.Wear;

/// <summary>How often a region is written in the steady state.</summary>
public sealed record RegionRate
{
    /// <summary>Name of the region.</summary>
    public required string Name { get; init; }

    /// <summary>Writes of each cell that the start of the run takes beyond the recurring ones, such as the first load of a slot.</summary>
    public required long Once { get; init; }

    /// <summary>Writes of each cell per second of simulated time that recur, with the wear of reads in writes. Scrubs come on top.</summary>
    public required double PerSecond { get; init; }

    /// <summary>The longest time between two writes in seconds; null when none recur.</summary>
    public required double? LongestGapSeconds { get; init; }

    /// <summary>True when what the region holds has to last; features between frames do not.</summary>
    public required bool HasContents { get; init; }
}
