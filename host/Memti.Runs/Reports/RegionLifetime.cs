namespace Memti.Runs.Reports;

/// <summary>
/// How a memory that wears or fades ends: the region that ends first. A design lasts as long as the first of its memories.
/// </summary>
public sealed record RegionLifetime
{
    /// <summary>The memory.</summary>
    public required string Memory { get; init; }

    /// <summary>
    /// The region that ends first, or the most-written one where none does: <c>slot 0</c>, <c>set of TASK</c>, <c>shared weights</c>,
    /// <c>features</c>.
    /// </summary>
    public required string Region { get; init; }

    /// <summary>Writes that a cell survives; null when writing does not wear it.</summary>
    public required double? Endurance { get; init; }

    /// <summary>Days that contents last without being rewritten; null when they do not fade.</summary>
    public required double? RetentionDays { get; init; }

    /// <summary>Days between two scrubs; null where the memory is not scrubbed.</summary>
    public required double? ScrubDays { get; init; }

    /// <summary>Writes of the most-written cell of the memory over the workload.</summary>
    public required double WritesPerCell { get; init; }

    /// <summary>Writes of each cell of the region that do not recur: the first load after the start, and deployments.</summary>
    public required double WritesOnce { get; init; }

    /// <summary>Writes of each cell of the region that recur, scrubs and the wear of reads included, per day.</summary>
    public required double WritesPerDay { get; init; }

    /// <summary>What ends the region: <c>endurance</c>, <c>retention</c>, or <c>none</c>.</summary>
    public required string Bound { get; init; }

    /// <summary>Years until then; null when nothing ends it. How long is simulated does not change them.</summary>
    public required double? Years { get; init; }
}
