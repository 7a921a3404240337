namespace Memti.Simulation.Wear;

/// <summary>Wear of one memory over a run. Programming at manufacture does not count.</summary>
/// <param name="Memory">Name of the memory.</param>
/// <param name="BitsWritten">Data bits written in the field.</param>
/// <param name="Regions">Regions with contents or writes, in order; empty when nothing wears or fades.</param>
/// <param name="Endurance">Writes that a cell survives; null when writes cause no wear.</param>
/// <param name="RetentionSeconds">Seconds that contents last without a rewrite; null when they do not fade.</param>
public sealed record MemoryWear(
    string Memory, Int128 BitsWritten, IReadOnlyList<RegionWear> Regions, double? Endurance, double? RetentionSeconds)
{
    /// <summary>Seconds between two scrubs. Default: null, for none.</summary>
    public double? ScrubSeconds { get; init; }

    /// <summary>Wear per cell of one scrub, in writes: the rewrite, plus the read where reads wear. Default: 1.</summary>
    public double WearPerScrub { get; init; } = 1;

    /// <summary>The most-written region; null without writes.</summary>
    public RegionWear? MostWritten => Regions.Where(static region => region.Writes > 0).MaxBy(static region => region.Writes);

    /// <summary>Writes per cell of the most-written region.</summary>
    public long Rewrites => MostWritten?.Writes ?? 0;

    // The equality that the compiler generates would compare the lists by reference.
    /// <summary>Compares by value, including all regions.</summary>
    public bool Equals(MemoryWear? other) =>
        other is not null
            && (Memory, BitsWritten, Endurance, RetentionSeconds, ScrubSeconds)
                == (other.Memory, other.BitsWritten, other.Endurance, other.RetentionSeconds, other.ScrubSeconds)
        && Regions.SequenceEqual(other.Regions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Memory, BitsWritten, Regions.Count);
}
