using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>Who keeps contents without power says how often they can be written.</summary>
internal sealed class EnduranceLaw : IMemoryLaw
{
    public string Name => "endurance-stated";

    public string Statement =>
        "A memory that is not volatile states how many writes a cell survives, at least 1; a lifetime is computed from it.";

    public LawFinding Check(MemorySubject subject) => subject.Size(CapacityLadder.Trials[0]) switch
    {
        { Volatile: true } => LawFinding.NotApplicable("it is volatile"),
        { Endurance: null } => LawFinding.Fail("no endurance is stated; state the longest that was tested where no wear was seen"),
        { Endurance: { } cycles } when !(cycles >= 1) => LawFinding.Fail(FormattableString.Invariant($"an endurance of {cycles} cycles")),
        { Endurance: var cycles } => LawFinding.Pass(FormattableString.Invariant($"{cycles:0.###e0} cycles")),
    };
}
