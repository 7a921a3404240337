namespace Memti.Simulation.Wear;

/// <summary>Wear of one memory over a run. What is programmed at manufacture does not count.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="BitsWritten">Data bits written in the field.</param>
/// <param name="Regions">Every region that holds something or was written, in order; empty where nothing wears or fades.</param>
/// <param name="Endurance">Writes that a cell survives; null when writing does not wear it.</param>
/// <param name="RetentionSeconds">How long contents last without being rewritten; null when they do not fade.</param>
public sealed record MemoryWear(string Memory, Int128 BitsWritten, IReadOnlyList<RegionWear> Regions, double? Endurance, double? RetentionSeconds)
{
    /// <summary>Seconds between two scrubs; null where the memory is not scrubbed.</summary>
    public double? ScrubSeconds { get; init; }

    /// <summary>Wear of each cell by one scrub, in writes: the rewrite, and the read where reads wear. Default: 1.</summary>
    public double WearPerScrub { get; init; } = 1;

    /// <summary>The most-written region; null when nothing was written.</summary>
    public RegionWear? MostWritten => Regions.Where(static region => region.Writes > 0).MaxBy(static region => region.Writes);

    /// <summary>Writes that each cell of the most-written region has taken.</summary>
    public long Rewrites => MostWritten?.Writes ?? 0;

    /// <summary>Equal when all regions are.</summary>
    public bool Equals(MemoryWear? other) =>
        other is not null && (Memory, BitsWritten, Endurance, RetentionSeconds, ScrubSeconds) == (other.Memory, other.BitsWritten, other.Endurance, other.RetentionSeconds, other.ScrubSeconds)
        && Regions.SequenceEqual(other.Regions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Memory, BitsWritten, Regions.Count);
}
