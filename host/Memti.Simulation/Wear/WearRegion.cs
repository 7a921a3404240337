namespace Memti.Simulation.Wear;

/// <summary>One region of a memory: its last write, and the first time that it exceeded its endurance or retention.</summary>
/// <param name="name">Name in results.</param>
/// <param name="entry">Index of its writes in the tally; deployment writes and reads follow.</param>
/// <param name="hasContents">True when its contents must last.</param>
/// <param name="retention">Picoseconds that contents last; null when they do not fade.</param>
internal sealed class WearRegion(string name, int entry, bool hasContents, Int128? retention)
{
    /// <summary>Sums of a region: writes, writes of deployments, reads.</summary>
    public const int Sums = 3;

    private readonly Int128? _limit = hasContents ? retention : null;
    private Int128? _first;
    private Int128 _longest;

    public string Name => name;

    public int Writes => entry;

    public int Deployed => entry + 1;

    public int Reads => entry + 2;

    /// <summary>Time of the last write; null without contents.</summary>
    public Int128? Last { get; private set; }

    /// <summary>True when its contents must last.</summary>
    public bool HasContents => hasContents;

    public Int128? WornAt { get; private set; }

    public Int128? FadedAt { get; private set; }

    /// <summary>Marks contents as present from the start.</summary>
    public void Program() => Last = 0;

    public void Write(Int128 now)
    {
        NoteAge(now);
        if (_first is null)
            _first = now;
        else
            _longest = Int128.Max(_longest, now - Last!.Value);
        Last = now;
    }

    public void WearOut(Int128 now) => WornAt ??= now;

    /// <summary>Starts a period.</summary>
    public void Mark() => (_first, _longest) = (null, 0);

    /// <summary>Longest time between two writes if the period since the mark repeats; null without writes in it.</summary>
    public Int128? LongestGap(Int128 start, Int128 now) =>
        // The gap across the seam of two periods: from the last write to the end, plus from the start to the first write.
        _first is { } first ? Int128.Max(_longest, first - start + now - Last!.Value) : null;

    /// <summary>Repeats the period from the mark to now.</summary>
    public void Repeat(Int128 start, Int128 now, long times)
    {
        if (_first is not { } first)
            return;
        if (first - start + now - Last > _limit)
            FadedAt ??= Last + retention;
        Last += (now - start) * times;
    }

    /// <summary>Records contents that have exceeded their retention.</summary>
    public void NoteAge(Int128 now)
    {
        if (_limit is { } limit && Last is { } last && now - last > limit)
            FadedAt ??= last + limit;
    }
}
