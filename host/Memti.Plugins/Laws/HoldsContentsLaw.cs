using System.Globalization;
using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>What was asked for fits what was built.</summary>
internal sealed class HoldsContentsLaw : IMemoryLaw
{
    public string Name => "holds-contents";

    public string Statement => "The capacity is at least the contents, and the contents take no more cells than there are.";

    public LawFinding Check(MemorySubject subject)
    {
        var steps = CapacityLadder.Climb(subject);
        return steps.Select(static step => Fault(step.Trial, step.Figures)).FirstOrDefault(static fault => fault is not null)
            ?? LawFinding.Pass(FormattableString.Invariant($"{steps.Count} sizes up to {steps[^1].Trial}"));
    }

    private static LawFinding? Fault(MemoryTrial trial, MemoryFigures figures)
    {
        if (figures.Capacity < trial.Size)
            return LawFinding.Fail(
                string.Create(
                    CultureInfo.InvariantCulture, $"{trial} are {trial.Size.Bits} bits; the capacity is {figures.Capacity.Bits}"));
        return figures.CellsUsed > figures.Cells
            ? LawFinding.Fail(FormattableString.Invariant($"{trial} take {figures.CellsUsed} of {figures.Cells} cells"))
            : null;
    }
}
