using System.Collections.ObjectModel;
using Memti.Abstractions.Randomness;

namespace Memti.Simulation.Frames;

/// <summary>
/// The tasks of each frame, in order. Equal frames share one list object as long as their permutations are few enough to cache.
/// </summary>
internal sealed class TaskOrder
{
    // 7! = 5040 lists per entry of the pattern; 8! would be 40,320.
    private const int MostTasksKept = 7;

    private readonly ReadOnlyCollection<int>[] _pattern;
    private readonly ReadOnlyCollection<int>?[][]? _kept;
    private readonly Philox _random;

    public TaskOrder(Workload workload, ulong seed)
    {
        _pattern = [.. workload.Pattern.Select(static tasks => Array.AsReadOnly(tasks.ToArray()))];
        _random = Philox.Named(seed, "workload/order");
        if (workload.Shuffled)
            _kept = [.. _pattern.Select(static tasks => new ReadOnlyCollection<int>?[Orders(tasks.Count)])];
    }

    public int Length => _pattern.Length;

    public ReadOnlyCollection<int> Of(long frame)
    {
        int entry = (int)(frame % _pattern.Length);
        return _kept is null ? _pattern[entry] : Shuffled(entry, frame);
    }

    private ReadOnlyCollection<int> Shuffled(int entry, long frame)
    {
        ReadOnlyCollection<int> tasks = _pattern[entry];
        Span<int> picks = stackalloc int[tasks.Count];
        int rank = Draw(picks, frame);
        ReadOnlyCollection<int>?[] kept = _kept![entry];
        return rank < kept.Length ? kept[rank] ??= Permuted(tasks, picks) : Permuted(tasks, picks);
    }

    /// <summary>Draws the exchanges of a Fisher-Yates shuffle. The result numbers the permutation.</summary>
    private int Draw(Span<int> picks, long frame)
    {
        int rank = 0;
        for (int place = picks.Length - 1; place > 0; place--)
        {
            // The counter is (frame, place): the order of a frame depends on nothing drawn before, so frames may be skipped (Philox, Salmon
            // et al., SC 2011).
            (uint word, _, _, _) = _random.Block((uint)frame, (uint)(frame >> 32), (uint)place, 0);
            // Multiply and shift maps 32 random bits to 0..place; its bias is below 2^-29 for a handful of tasks.
            picks[place] = (int)((ulong)word * (ulong)(place + 1) >> 32);
            // Mixed radix (factorial number system): each permutation of at most seven tasks has its own rank.
            rank = unchecked(rank * (place + 1) + picks[place]);
        }

        return picks.Length <= MostTasksKept ? rank : int.MaxValue;
    }

    private static ReadOnlyCollection<int> Permuted(ReadOnlyCollection<int> tasks, ReadOnlySpan<int> picks)
    {
        int[] order = [.. tasks];
        for (int place = order.Length - 1; place > 0; place--)
            (order[place], order[picks[place]]) = (order[picks[place]], order[place]);
        return Array.AsReadOnly(order);
    }

    private static int Orders(int tasks) => tasks <= MostTasksKept ? Factorial(tasks) : 0;

    private static int Factorial(int number) => number <= 1 ? 1 : number * Factorial(number - 1);
}
