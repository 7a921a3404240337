namespace Memti.Simulation.Wear;

/// <summary>One region of a memory: when it was last written, and when it first outlived its endurance or retention.</summary>
/// <param name="name">Name in results.</param>
/// <param name="entry">Index of its writes in the tally; those of deployments and its reads follow.</param>
/// <param name="hasContents">True when what it holds has to last.</param>
/// <param name="retention">Picoseconds that contents last; null when they do not fade.</param>
internal sealed class WearRegion(string name, int entry, bool hasContents, Int128? retention)
{
    /// <summary>Sums of a region: writes, writes of deployments, reads.</summary>
    public const int Sums = 3;

    private Int128? _first;
    private Int128 _longest;

    public string Name => name;

    public int Writes => entry;

    public int Deployed => entry + 1;

    public int Reads => entry + 2;

    /// <summary>When the contents were last written; null while there are none.</summary>
    public Int128? Last { get; private set; }

    /// <summary>True when what it holds has to last.</summary>
    public bool HasContents => hasContents;

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
        if (first - start + now - Last > Limit)
            FadedAt ??= Last + retention;
        Last += (now - start) * times;
    }

    /// <summary>Notes contents that have stood for longer than they last.</summary>
    public void NoteAge(Int128 now)
    {
        if (now - Last > Limit)
            FadedAt ??= Last + retention;
    }

    private Int128? Limit => hasContents ? retention : null;
}
