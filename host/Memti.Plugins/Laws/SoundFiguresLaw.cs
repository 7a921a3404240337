using Memti.Plugins.Figures;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>No figure is what no memory can have.</summary>
internal sealed class SoundFiguresLaw : IMemoryLaw
{
    public string Name => "sound-figures";

    public string Statement => "Every figure is finite and not negative; rates are above zero; an organisation is stated.";

    public LawFinding Check(MemorySubject subject)
    {
        var steps = CapacityLadder.Climb(subject);
        foreach ((MemoryTrial trial, Memti.Abstractions.Memories.MemoryFigures figures) in steps)
            if (string.IsNullOrWhiteSpace(FigureCheck.Memory($"{subject.Kind}, {trial}", figures).Organisation))
                return LawFinding.Fail($"{trial}: no organisation is stated, so that a report cannot say what was built");
        return LawFinding.Pass(FormattableString.Invariant($"{steps.Count} sizes up to {steps[^1].Trial}"));
    }
}
