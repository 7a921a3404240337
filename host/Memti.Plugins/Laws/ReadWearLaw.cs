using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>What reads do to cells is stated in a way that a simulation can follow.</summary>
internal sealed class ReadWearLaw : IMemoryLaw
{
    public string Name => "reads-stated";

    public string Statement =>
        "The wear of a read is not negative; contents that reads disturb are rewritten after at least one read, and only non-volatile "
            + "contents are.";

    public LawFinding Check(MemorySubject subject) => subject.Size(CapacityLadder.Trials[0]) switch
    {
        { WearPerRead: var wear }
            when !(wear >= 0 && double.IsFinite(wear)) =>
            LawFinding.Fail(FormattableString.Invariant($"a read wears by {wear} writes")),
        { ReadsPerRewrite: { } reads }
            when !(reads >= 1 && double.IsFinite(reads)) =>
            LawFinding.Fail(FormattableString.Invariant($"contents are rewritten after {reads} reads")),
        { Volatile: true, ReadsPerRewrite: not null } => LawFinding.Fail("it is volatile and states a rewriting after reads"),
        { ReadsPerRewrite: null, WearPerRead: 0 } => LawFinding.Pass("reads neither wear nor disturb"),
        MemoryFigures figures => LawFinding.Pass(FormattableString.Invariant($"a read wears by {figures.TotalWearPerRead:0.###e0} writes")),
    };
}
