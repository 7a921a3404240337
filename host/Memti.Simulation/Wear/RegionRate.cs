namespace Memti.Simulation.Wear;

/// <summary>Write rate of a region in the steady state.</summary>
public sealed record RegionRate
{
    /// <summary>Name of the region.</summary>
    public required string Name { get; init; }

    /// <summary>Writes per cell at the start of the run beyond the recurring ones, such as the first load of a slot.</summary>
    public required long Once { get; init; }

    /// <summary>Recurring writes per cell and second of simulated time, including the wear of reads in writes. Excludes scrubs.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Longest time between two writes in seconds; null without recurring writes.</summary>
    public required double? LongestGapSeconds { get; init; }

    /// <summary>True when the contents of the region must last. Features between frames need not.</summary>
    public required bool HasContents { get; init; }
}
