using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>What a memory says of keeping its contents does not contradict itself.</summary>
internal sealed class VolatilityLaw : IMemoryLaw
{
    public string Name => "volatility-consistent";

    public string Statement =>
        "Volatile contents state no retention without power; only volatile contents have a retention state; without that state there "
            + "is no power, latency or energy of it.";

    public LawFinding Check(MemorySubject subject) => subject.Size(CapacityLadder.Trials[0]) switch
    {
        { Volatile: true, Retention: not null } => LawFinding.Fail("it is volatile and states a retention without power"),
        { Volatile: false, HasRetention: true } => LawFinding.Fail("it keeps its contents without power and has a state to retain them"),
        { HasRetention: false } figures
            when HasRetentionFigures(figures) =>
            LawFinding.Fail("it has no retention state and figures of one"),
        { Retention: { } retention } when retention < TimeSpan.Zero => LawFinding.Fail("it states a negative retention"),
        { Volatile: true, HasRetention: true } => LawFinding.Pass("volatile, with a retention state"),
        { Volatile: true } => LawFinding.Pass("volatile, without a retention state"),
        { Retention: { } retention } =>
            LawFinding.Pass(FormattableString.Invariant($"non-volatile, for {retention.TotalDays / 365.25:0.###} years")),
        _ => LawFinding.Pass("non-volatile, never fading"),
    };

    private static bool HasRetentionFigures(MemoryFigures figures) =>
        figures.RetentionPower != Power.Zero || figures.RetentionRefreshPower != Power.Zero
        || figures.RetentionExitLatency != SimTime.Zero || figures.RetentionExitEnergy != Energy.Zero;
}
