namespace Memti.Simulation.Wear;

/// <summary>Wear of one region over a run. A region is rewritten as a whole.</summary>
/// <param name="Name">A slot, the set of a task, the shared weights or the features.</param>
/// <param name="Writes">Writes per cell in the field.</param>
/// <param name="Deployed">Writes that brought new parameters; included in <paramref name="Writes"/>, but not part of the steady
/// state.</param>
/// <param name="WornAfterSeconds">Time of the first write beyond the endurance; null without one.</param>
/// <param name="FadedAfterSeconds">Time at which contents first exceeded their retention without a rewrite; null when they never
/// did.</param>
public sealed record RegionWear(string Name, long Writes, long Deployed, double? WornAfterSeconds, double? FadedAfterSeconds)
{
    /// <summary>Reads per cell; counted only where reads wear.</summary>
    public long Reads { get; init; }
}
