namespace Memti.Simulation;

/// <summary>One region of a memory: when it was last written, and when it first outlived its endurance or retention.</summary>
/// <param name="name">Name in results.</param>
/// <param name="entry">Index of its writes in the tally; those of deployments follow.</param>
/// <param name="retention">Picoseconds that contents last; null when they do not fade, or mean nothing between frames.</param>
internal sealed class WearRegion(string name, int entry, Int128? retention)
{
    private Int128? _first;
    private Int128 _longest;

    public string Name => name;

    public int Entry => entry;

    /// <summary>When the contents were last written; null while there are none.</summary>
    public Int128? Last { get; private set; }

    /// <summary>True when what it holds has to last.</summary>
    public bool HasContents => retention is not null;

    public Int128? WornAt { get; private set; }

    public Int128? FadedAt { get; private set; }

    /// <summary>Contents that are there from the start.</summary>
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

    /// <summary>The longest time between two writes when the period since the mark repeats; null when it writes nothing.</summary>
    public Int128? LongestGap(Int128 start, Int128 now) =>
        _first is { } first ? Int128.Max(_longest, first - start + now - Last!.Value) : null;

    /// <summary>Repeats the period since the mark, which ends now.</summary>
    public void Repeat(Int128 start, Int128 now, long times)
    {
        if (_first is not { } first)
            return;
        if (first - start + now - Last > retention)
            FadedAt ??= Last + retention;
        Last += (now - start) * times;
    }

    /// <summary>Notes contents that have stood for longer than they last.</summary>
    public void NoteAge(Int128 now)
    {
        if (now - Last > retention)
            FadedAt ??= Last + retention;
    }
}
