using Memti.Abstractions.Memories;
using Memti.Simulation.Kernel;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Wear;

/// <summary>
/// Counts bits, rewrites and reads of one memory. A region is rewritten as a whole: a slot of the working memory, the set of a task in the
/// backing store, the shared weights, the features.
/// </summary>
internal sealed class WearBook
{
    private const int Shared = 0;
    private const int Features = 1;
    private const int Input = 2;
    private const int FirstSlot = 3;
    private const double PicosecondsPerSecond = 1e12;

    private readonly Tally _tally;
    private readonly RunClock _clock;
    private readonly Part _part;
    private readonly WearRegion[] _regions;
    private readonly double _wearPerRead;
    private readonly int _bits;
    private readonly int _slots;

    public WearBook(Tally tally, RunClock clock, Part part, SystemLayout layout)
    {
        (_tally, _clock, _part, _slots) = (tally, clock, part, layout.SlotsOf(part));
        _wearPerRead = part.Figures.TotalWearPerRead;
        IEnumerable<string> slots = Enumerable.Range(0, _slots).Select(static slot => $"slot {slot}");
        string[] names = [
            "shared weights",
            "features",
            "input",
            .. slots,
            .. layout.System.Tasks.Select(static task => $"set of {task.Name}")
        ];
        _bits = tally.Reserve(1 + (WearRegion.Sums * names.Length));
        Int128? retention = Picoseconds(part.Figures);
        // Features carry no information between frames, so they may fade.
        _regions =
            [.. names.Select(
                (name, region) =>
                    new WearRegion(name, _bits + 1 + (WearRegion.Sums * region), region is not (Features or Input), retention))];
        if (!part.Figures.Volatile)
            ProgramAtManufacture(layout);
    }

    /// <summary>True when writes wear or contents fade.</summary>
    public bool Matters => _part.Figures.Endurance is not null || _part.Figures is { Volatile: false, Retention: not null };

    public IReadOnlyList<WearRegion> Regions => _regions;

    public void WriteShared(long bits) => Write(Shared, bits, 1);

    public void WriteFeatures(long bits, long rewrites) => Write(Features, bits, rewrites);

    public void WriteInput(long bits) => Write(Input, bits, 1);

    public void WriteSlot(int slot, long bits) => Write(FirstSlot + slot, bits, 1);

    public void WriteSet(int task, long bits) => Write(FirstSlot + _slots + task, bits, 1);

    public void DeployShared(long bits) => Deploy(Shared, bits);

    public void DeploySlot(int slot, long bits) => Deploy(FirstSlot + slot, bits);

    public void DeploySet(int task, long bits) => Deploy(FirstSlot + _slots + task, bits);

    public void ReadShared(long times) => Read(_regions[Shared], times);

    public void ReadFeatures(long times) => Read(_regions[Features], times);

    public void ReadSlot(int slot, long times) => Read(_regions[FirstSlot + slot], times);

    public void ReadSet(int task, long times) => Read(_regions[FirstSlot + _slots + task], times);

    /// <summary>Reads and rewrites all contents that must last.</summary>
    /// <param name="bits">Bits of these contents.</param>
    public void Scrub(long bits)
    {
        _tally.Add(_bits, bits);
        foreach (WearRegion region in _regions.Where(static region => region is { HasContents: true, Last: not null }))
        {
            Read(region, 1);
            Rewrite(region, 1);
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
        if (_part.Figures.Endurance is not { } endurance)
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

    private void Deploy(int region, long bits)
    {
        _tally.Add(_regions[region].Deployed, 1);
        Write(region, bits, 1);
    }

    private void Write(int region, long bits, long rewrites)
    {
        _tally.Add(_bits, bits);
        Rewrite(_regions[region], rewrites);
    }

    private void Rewrite(WearRegion region, long rewrites)
    {
        _tally.Add(region.Writes, rewrites);
        region.Write(_clock.Elapsed);
        NoteWear(region);
    }

    private void Read(WearRegion region, long times)
    {
        if (times == 0 || _wearPerRead == 0)
            return;
        _tally.Add(region.Reads, times);
        // A destructive read writes its data back, so it also restarts the retention time.
        if (_part.Figures.ReadsPerRewrite == 1 && region.Last is not null)
            region.Write(_clock.Elapsed);
        NoteWear(region);
    }

    private void NoteWear(WearRegion region)
    {
        if (_part.Figures.Endurance is { } endurance && WearOf(region) > endurance)
            region.WearOut(_clock.Elapsed);
    }
}
