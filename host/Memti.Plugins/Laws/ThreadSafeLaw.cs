using Memti.Abstractions.Memories;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>Designs are planned side by side, with models that do not disturb each other.</summary>
internal sealed class ThreadSafeLaw : IMemoryLaw
{
    private const int Rounds = 8;

    public string Name => "thread-safe";

    public string Statement =>
        "Two sizes that are asked of one model at the same time, by sixteen threads, give the figures that each gives alone.";

    public LawFinding Check(MemorySubject subject)
    {
        MemoryTrial[] pair = [CapacityLadder.Trials[0], CapacityLadder.Trials[1]];
        MemoryFigures[] alone = [.. pair.Select(subject.Size)];
        MemoryTrial[] trials = [.. Enumerable.Repeat(pair, Rounds).SelectMany(static trial => trial)];
        IReadOnlyList<MemoryFigures> together = subject.SizeTogether(trials);
        string? difference =
            together.Select((figures, index) => FigureDifference.Of(alone[index % 2], figures))
                .FirstOrDefault(static found => found is not null);
        return difference is null
            ? LawFinding.Pass($"{trials.Length} threads, identical figures")
            : LawFinding.Fail($"alone and beside others, {difference}");
    }
}
