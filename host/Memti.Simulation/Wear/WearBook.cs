using Memti.Abstractions;

namespace Memti.Simulation;

/// <summary>
/// Counts bits and rewrites of one memory. A region is what is rewritten as a whole: a slot of the working memory, the set of a task in the
/// backing store, the shared weights, the features.
/// </summary>
internal sealed class WearBook
{
    private const double PicosecondsPerSecond = 1e12;

    private readonly Tally _tally;
    private readonly RunClock _clock;
    private readonly Part _part;
    private readonly WearRegion[] _regions;
    private readonly int _bits;
    private readonly int _slots;

    public WearBook(Tally tally, RunClock clock, Part part, SystemLayout layout)
    {
        (_tally, _clock, _part, _slots) = (tally, clock, part, layout.SlotsOf(part));
        IEnumerable<string> slots = Enumerable.Range(0, _slots).Select(static slot => $"slot {slot}");
        string[] names = ["shared weights", "features", .. slots, .. layout.System.Tasks.Select(static task => $"set of {task.Name}")];
        _bits = tally.Reserve(1 + (2 * names.Length));
        Int128? retention = Picoseconds(part.Figures);
        // Features mean nothing between frames: they may fade.
        _regions = [.. names.Select((name, region) => new WearRegion(name, _bits + 1 + (2 * region), region == 1 ? null : retention))];
        if (!part.Figures.Volatile)
            ProgramAtManufacture(layout);
    }

    /// <summary>True where writes wear or contents fade.</summary>
    public bool Matters => _part.Figures.Endurance is not null || _part.Figures is { Volatile: false, Retention: not null };

    public IReadOnlyList<WearRegion> Regions => _regions;

    public void WriteShared(long bits) => Write(0, bits, 1);

    public void WriteFeatures(long bits, long rewrites) => Write(1, bits, rewrites);

    public void WriteSlot(int slot, long bits) => Write(2 + slot, bits, 1);

    public void WriteSet(int task, long bits) => Write(2 + _slots + task, bits, 1);

    public void DeploySlot(int slot, long bits) => Deploy(2 + slot, bits);

    public void DeploySet(int task, long bits) => Deploy(2 + _slots + task, bits);

    public void Mark()
    {
        foreach (WearRegion region in _regions)
            region.Mark();
    }

    /// <summary>Periods that may be repeated before one in which a region outlives its endurance.</summary>
    public long Repeatable(long times)
    {
        if (_part.Figures.Endurance is not { } endurance)
            return times;
        foreach (WearRegion region in _regions)
        {
            Int128 writes = _tally[region.Entry] - _tally.Marked(region.Entry);
            double left = endurance - (double)_tally[region.Entry];
            if (writes > 0 && left >= 0)
                times = (long)Math.Min(times, Math.Floor(left / (double)writes));
        }

        return times;
    }

    /// <summary>Repeats the period since the mark, which ends now; the tally is repeated elsewhere.</summary>
    public void Repeat(Int128 start, long times)
    {
        foreach (WearRegion region in _regions)
            region.Repeat(start, _clock.Elapsed, times);
    }

    public MemoryWear Result() => new(
        _part.Unit.Name,
        _tally[_bits],
        [.. _regions.Select(Result).OfType<RegionWear>()],
        _part.Figures.Endurance,
        _part.Figures.Volatile ? null : _part.Figures.Retention?.TotalSeconds);

    private static Int128? Picoseconds(MemoryFigures figures) =>
        figures is { Volatile: false, Retention: { } retention } ? (Int128)retention.Ticks * (long)(PicosecondsPerSecond / TimeSpan.TicksPerSecond) : null;

    private static double? Seconds(Int128? picoseconds) => (double?)picoseconds / PicosecondsPerSecond;

    private RegionWear? Result(WearRegion region)
    {
        region.NoteAge(_clock.Elapsed);
        return region.Last is null
            ? null
            : new(region.Name, (long)_tally[region.Entry], (long)_tally[region.Entry + 1], Seconds(region.WornAt), Seconds(region.FadedAt));
    }

    private void ProgramAtManufacture(SystemLayout layout)
    {
        if (_part == layout.Shared)
            _regions[0].Program();
        for (int slot = 0; slot < Math.Min(_slots, layout.ProgrammedTasks.Length); slot++)
            _regions[2 + slot].Program();
        for (int task = 0; task < layout.System.Tasks.Count && _part == layout.Backing; task++)
            _regions[2 + _slots + task].Program();
    }

    private void Deploy(int region, long bits)
    {
        _tally.Add(_regions[region].Entry + 1, 1);
        Write(region, bits, 1);
    }

    private void Write(int region, long bits, long rewrites)
    {
        WearRegion written = _regions[region];
        _tally.Add(_bits, bits);
        _tally.Add(written.Entry, rewrites);
        written.Write(_clock.Elapsed);
        if ((double)_tally[written.Entry] > _part.Figures.Endurance)
            written.WearOut(_clock.Elapsed);
    }
}
