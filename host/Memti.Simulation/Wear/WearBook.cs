namespace Memti.Simulation;

/// <summary>
/// Counts bits and rewrites of one memory. A region is what is rewritten as a whole: a slot of the working memory, the set of a task in the
/// backing store, the shared weights, the features.
/// </summary>
internal sealed class WearBook
{
    private const double SecondsPerYear = 365.25 * 86400;

    private readonly Tally _tally;
    private readonly Part _part;
    private readonly string[] _regions;
    private readonly int _bits;
    private readonly int _slots;

    public WearBook(Tally tally, Part part, int slots, IReadOnlyList<TaskProgram> tasks)
    {
        (_tally, _part, _slots) = (tally, part, slots);
        IEnumerable<string> slotNames = Enumerable.Range(0, slots).Select(static slot => $"slot {slot}");
        _regions = ["shared weights", "features", .. slotNames, .. tasks.Select(static task => $"set of {task.Name}")];
        _bits = tally.Reserve(1 + _regions.Length);
    }

    public void WriteShared(long bits) => Write(0, bits, 1);

    public void WriteFeatures(long bits, long rewrites) => Write(1, bits, rewrites);

    public void WriteSlot(int slot, long bits) => Write(2 + slot, bits, 1);

    public void WriteSet(int task, long bits) => Write(2 + _slots + task, bits, 1);

    public MemoryWear Result(double seconds)
    {
        (long rewrites, string? region) = MostWritten();
        double? endurance = _part.Figures.Endurance;
        double? years = endurance is { } writes && rewrites > 0 && seconds > 0 ? writes / (rewrites / seconds) / SecondsPerYear : null;
        return new(_part.Unit.Name, _tally[_bits], rewrites, region, endurance, years);
    }

    private void Write(int region, long bits, long rewrites)
    {
        _tally.Add(_bits, bits);
        _tally.Add(_bits + 1 + region, rewrites);
    }

    private (long Rewrites, string? Region) MostWritten()
    {
        (long most, string? name) = (0, null);
        for (int region = 0; region < _regions.Length; region++)
        {
            long rewrites = (long)_tally[_bits + 1 + region];
            if (rewrites > most)
                (most, name) = (rewrites, _regions[region]);
        }

        return (most, name);
    }
}
