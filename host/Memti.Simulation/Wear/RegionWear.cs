namespace Memti.Simulation.Wear;

/// <summary>Wear of one region over a run: what is rewritten as a whole.</summary>
/// <param name="Name">A slot, the set of a task, the shared weights or the features.</param>
/// <param name="Writes">Writes that each of its cells has taken in the field.</param>
/// <param name="Deployed">Those of them that brought new parameters; they belong to the workload, not to its steady state.</param>
/// <param name="WornAfterSeconds">When a cell took a write beyond its endurance; null when none did.</param>
/// <param name="FadedAfterSeconds">When contents first stood longer than their retention without being rewritten; null when none did.</param>
public sealed record RegionWear(string Name, long Writes, long Deployed, double? WornAfterSeconds, double? FadedAfterSeconds)
{
    /// <summary>Reads of each of its cells; counted where reads wear.</summary>
    public long Reads { get; init; }
}
