using Memti.Abstractions.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Wear;

/// <summary>
/// Counts bits, rewrites and reads of one memory. A region is rewritten as a whole: a slot of the working memory, the set of a task in the
/// backing store, the shared weights, the features. The age of contents counts from the begin of a write, its wear is counted at the end.
/// </summary>
internal sealed class WearBook
{
    /// <summary>Region of the shared weights.</summary>
    public const int Shared = 0;

    /// <summary>Region of the features.</summary>
    public const int Features = 1;

    /// <summary>Region of the input frame.</summary>
    public const int Input = 2;

    private const int FirstSlot = 3;
    private const double PicosecondsPerSecond = 1e12;

    private readonly Tally _tally;
    private readonly RunClock _clock;
    private readonly Part _part;
    private readonly WearRegion[] _regions;
    private readonly double? _endurance;
    private readonly double _wearPerRead;
    private readonly int _bits;
    private readonly int _slots;

    public WearBook(Tally tally, RunClock clock, Part part, SystemLayout layout)
    {
        (_tally, _clock, _part, _slots) = (tally, clock, part, layout.SlotsOf(part));
        (_endurance, _wearPerRead) = (part.Figures.Endurance, part.Figures.TotalWearPerRead);
        IEnumerable<string> slots = Enumerable.Range(0, _slots).Select(static slot => $"slot {slot}");
        string[] names = [
            "shared weights",
            "features",
            "input",
            .. slots,
            .. layout.System.Tasks.Select(static task => $"set of {task.Name}"),
            "words of firmware",
        ];
        _bits = tally.Reserve(1 + (WearRegion.Sums * names.Length));
        Int128? retention = Picoseconds(part.Figures);
        _regions =
            [.. names.Select(
                (name, region) =>
                    new WearRegion(name, _bits + 1 + (WearRegion.Sums * region), MustLast(region, names.Length), retention))];
        if (!part.Figures.Volatile)
            ProgramAtManufacture(layout);
    }

    /// <summary>True when writes wear or contents fade.</summary>
    public bool Matters => _part.Figures.Endurance is not null || _part.Figures is { Volatile: false, Retention: not null };

    public IReadOnlyList<WearRegion> Regions => _regions;

    /// <summary>Region of a slot of the working memory.</summary>
    public static int SlotRegion(int slot) => FirstSlot + slot;

    /// <summary>Region of a task's set in the backing store.</summary>
    public int SetRegion(int task) => FirstSlot + _slots + task;

    /// <summary>A write of a region begins: its first cell is written.</summary>
    public void BeginWrite(int region) => _regions[region].Write(_clock.Elapsed);

    /// <summary>A write of a region has ended.</summary>
    /// <param name="region">The region.</param>
    /// <param name="bits">Bits written.</param>
    /// <param name="rewrites">Writes of its most-written cell.</param>
    /// <param name="begun">Time of the begin.</param>
    /// <param name="deploys">True when it brought new parameters.</param>
    public void EndWrite(int region, long bits, long rewrites, Int128 begun, bool deploys)
    {
        if (deploys)
            _tally.Add(_regions[region].Deployed, 1);
        _tally.Add(_bits, bits);
        _tally.Add(_regions[region].Writes, rewrites);
        NoteWear(_regions[region], begun);
    }

    /// <summary>Firmware has written words, each once.</summary>
    /// <param name="bits">Bits of the words.</param>
    /// <param name="leads">Writes of the most-written word beyond those before: 1 when one of these was written most often, else 0.</param>
    public void WriteWords(long bits, long leads)
    {
        BeginWrite(_regions.Length - 1);
        EndWrite(_regions.Length - 1, bits, leads, _clock.Elapsed, deploys: false);
    }

    /// <summary>Reads of a region begin.</summary>
    public void BeginRead(int region, long times) => BeginRead(_regions[region], times);

    /// <summary>Reads of a region have ended.</summary>
    public void EndRead(int region, long times, Int128 begun) => EndRead(_regions[region], times, begun);

    /// <summary>A pass over all contents that must last begins: they are read and rewritten.</summary>
    public void BeginScrub()
    {
        foreach (WearRegion region in Lasting)
        {
            BeginRead(region, 1);
            region.Write(_clock.Elapsed);
        }
    }

    /// <summary>The pass has ended.</summary>
    /// <param name="bits">Bits written.</param>
    /// <param name="begun">Time of the begin.</param>
    public void EndScrub(long bits, Int128 begun)
    {
        _tally.Add(_bits, bits);
        foreach (WearRegion region in Lasting)
        {
            EndRead(region, 1, begun);
            _tally.Add(region.Writes, 1);
            NoteWear(region, begun);
        }
    }

    /// <summary>Wear per cell of a region so far, in writes.</summary>
    public double WearOf(WearRegion region) => Wear(_tally[region.Writes], _tally[region.Reads]);

    /// <summary>Wear per cell of a region at the mark, in writes.</summary>
    public double MarkedWearOf(WearRegion region) => Wear(_tally.Marked(region.Writes), _tally.Marked(region.Reads));

    public void Mark()
    {
        foreach (WearRegion region in _regions)
            region.Mark();
    }

    /// <summary>Number of periods that may be repeated before one in which a region exceeds its endurance.</summary>
    public long Repeatable(long times)
    {
        if (_endurance is not { } endurance)
            return times;
        foreach (WearRegion region in _regions)
        {
            double wear = WearOf(region);
            double ofPeriod = wear - MarkedWearOf(region);
            // The period that first exceeds the endurance is stepped, so that its moment is exact.
            if (ofPeriod > 0 && wear <= endurance)
                times = (long)Math.Min(times, Math.Floor((endurance - wear) / ofPeriod));
        }

        return times;
    }

    /// <summary>Repeats the period from the mark to now. The tally repeats its sums itself.</summary>
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
        _part.Figures.Volatile ? null : _part.Figures.Retention?.TotalSeconds)
    {
        ScrubSeconds = _part.Unit.Scrub?.Every.TotalSeconds,
        WearPerScrub = 1 + _wearPerRead,
    };

    /// <summary>Features carry no information between frames, so they may fade; which words firmware needs, only it knows.</summary>
    private static bool MustLast(int region, int regions) => region is not (Features or Input) && region != regions - 1;

    private static Int128? Picoseconds(MemoryFigures figures) =>
        figures is { Volatile: false, Retention: { } retention }
            ? (Int128)retention.Ticks * (long)(PicosecondsPerSecond / TimeSpan.TicksPerSecond)
            : null;

    private static double? Seconds(Int128? picoseconds) => (double?)picoseconds / PicosecondsPerSecond;

    private double Wear(Int128 writes, Int128 reads) => (double)writes + ((double)reads * _wearPerRead);

    private RegionWear? Result(WearRegion region)
    {
        region.NoteAge(_clock.Elapsed);
        return region.Last is null && _tally[region.Reads] == 0
            ? null
            : new(region.Name, (long)_tally[region.Writes], (long)_tally[region.Deployed], Seconds(region.WornAt), Seconds(region.FadedAt))
            {
                Reads = (long)_tally[region.Reads],
            };
    }

    private void ProgramAtManufacture(SystemLayout layout)
    {
        if (_part == layout.Shared || _part == layout.SharedSource)
            _regions[Shared].Program();
        for (int slot = 0; slot < Math.Min(_slots, layout.ProgrammedTasks.Length); slot++)
            _regions[FirstSlot + slot].Program();
        for (int task = 0; task < layout.System.Tasks.Count && _part == layout.Backing; task++)
            _regions[FirstSlot + _slots + task].Program();
    }

    private IEnumerable<WearRegion> Lasting => _regions.Where(static region => region is { HasContents: true, Last: not null });

    private void BeginRead(WearRegion region, long times)
    {
        // A destructive read writes its data back, so it also restarts the retention time.
        if (times > 0 && _wearPerRead != 0 && _part.Figures.ReadsPerRewrite == 1 && region.Last is not null)
            region.Write(_clock.Elapsed);
    }

    private void EndRead(WearRegion region, long times, Int128 begun)
    {
        if (times == 0 || _wearPerRead == 0)
            return;
        _tally.Add(region.Reads, times);
        NoteWear(region, begun);
    }

    private void NoteWear(WearRegion region, Int128 begun)
    {
        if (_endurance is { } endurance && WearOf(region) > endurance)
            region.WearOut(begun);
    }
}
