using Memti.Abstractions.Memories;
using Memti.Plugins.Catalog;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>The same question has the same answer.</summary>
internal sealed class DeterministicLaw : IMemoryLaw
{
    public string Name => "deterministic";

    public string Statement =>
        "The same request gives identical figures: asked twice of one model, with another size in between, of a new model, and of a "
            + "fresh load of the plugin.";

    public LawFinding Check(MemorySubject subject)
    {
        (MemoryTrial small, MemoryTrial large) = (CapacityLadder.Trials[0], CapacityLadder.Trials[1]);
        MemoryFigures first = subject.Size(small);
        IReadOnlyList<MemoryFigures> inTurn = subject.SizeInTurn([small, large, small]);
        return Compare("the second time", first, inTurn[2])
            ?? Compare("of one model", inTurn[0], inTurn[2])
            ?? Compare("of a new model", first, subject.SizeAnew(small))
            ?? Compare("of a fresh load", first, FreshlyLoaded(subject, small))
            ?? LawFinding.Pass("identical figures from four models and two loads");
    }

    private static MemoryFigures FreshlyLoaded(MemorySubject subject, MemoryTrial trial)
    {
        using PluginCatalog fresh = subject.LoadAnew();
        return subject.SizeIn(fresh, trial);
    }

    private static LawFinding? Compare(string when, MemoryFigures one, MemoryFigures other) =>
        FigureDifference.Of(one, other) is { } difference ? LawFinding.Fail($"{when}, {difference}") : null;
}
