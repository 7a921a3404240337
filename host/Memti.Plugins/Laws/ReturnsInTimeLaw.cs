using System.Diagnostics;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Laws;

/// <summary>Sizing a memory does not keep its user waiting.</summary>
internal sealed class ReturnsInTimeLaw : IMemoryLaw
{
    public string Name => "returns-in-time";

    public string Statement => "Every size is answered within the time limit of one call.";

    public LawFinding Check(MemorySubject subject)
    {
        TimeSpan longest = TimeSpan.Zero;
        foreach ((MemoryTrial trial, _) in CapacityLadder.Climb(subject))
        {
            long start = Stopwatch.GetTimestamp();
            subject.SizeAnew(trial);
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            longest = taken > longest ? taken : longest;
        }

        return LawFinding.Pass(
            $"{Bracket(longest)}; the limit is {subject.Limit.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} s");
    }

    // In steps, so that a report rarely differs from the one before in nothing but time.
    private static string Bracket(TimeSpan longest) => longest.TotalSeconds switch
    {
        < 0.1 => "each size within 0.1 s",
        < 1 => "each size within 1 s",
        < 10 => "each size within 10 s",
        _ => "a size took more than 10 s",
    };
}
