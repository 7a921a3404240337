using Memti.Plugins.Laws;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Conformance;

/// <summary>The laws that every memory is held to, the host's and a third party's alike.</summary>
public static class MemoryLaws
{
    /// <summary>All laws, in the order in which they are tried and reported.</summary>
    public static IReadOnlyList<IMemoryLaw> All { get; } =
    [
        new RegistersLaw(),
        new SoundFiguresLaw(),
        new ReturnsInTimeLaw(),
        new DeterministicLaw(),
        new ThreadSafeLaw(),
        new HoldsContentsLaw(),
        new RefusesExcessLaw(),
        new AreaGrowsLaw(),
        new LeakageGrowsLaw(),
        new WakeEnergyGrowsLaw(),
        new DensityLaw(),
        new WriteEffortLaw(),
        new LevelWritesLaw(),
        new LevelRatesLaw(new NormalLevelRates()),
        new EnduranceLaw(),
        new ReadWearLaw(),
        new VolatilityLaw(),
        new PowerStatesLaw(),
        new UnloadsLaw(),
    ];
}
