using System.Buffers.Binary;
using System.Globalization;
using Memti.Arrays.Tearing;
using Memti.Runs.Listening;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>Tells what happened around a cut: the writes before it, the word under way, and the run after it.</summary>
/// <param name="memories">The non-volatile memories.</param>
/// <param name="journal">What the uncut run did.</param>
/// <param name="writer">Words who made a write.</param>
/// <param name="place">Words an address.</param>
internal sealed class CutTimeline(
    IReadOnlyList<CutMemory> memories, WriteJournal journal, Func<JournalWrite, string> writer, Func<ulong, string> place)
    : MachineListener
{
    private const int ShownBefore = 4;
    private const int ShownAfter = 8;

    private readonly List<TimelineLine> _lines = [];
    private int _writes;
    private Int128 _restarted;

    /// <summary>Tells of the uncut run up to the cut.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="time">Its moment.</param>
    /// <param name="under">The write under way; null for none.</param>
    /// <param name="number">Its number, or one more than that of the last whole write.</param>
    /// <param name="torn">What is left of it; null for none.</param>
    public void Cut(CutPoint cut, Int128 time, JournalWrite? under, long number, TornUnit? torn)
    {
        for (long shown = Math.Max(1, number - ShownBefore); shown < number; shown++)
            Add(journal.Writes[(int)shown - 1].Time, Text(shown, journal.Writes[(int)shown - 1]));
        if (under is { } write)
            Add(write.Time, Text(number, write));
        Add(time, $"power is cut at {cut}");
        if (under is { } broken && torn is not null)
            Add(time, Text(broken, torn));
    }

    /// <summary>Power returns.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="what">What begins; null where the machine tells it.</param>
    public void Start(Int128 time, string? what)
    {
        _restarted = time;
        if (what is not null)
            Add(time, what);
    }

    /// <summary>Tells how it ended.</summary>
    public IReadOnlyList<TimelineLine> End(CutResult result)
    {
        Int128 end = _lines.Max(static line => line.Time);
        if (_writes > ShownAfter)
            Add(end, string.Create(CultureInfo.InvariantCulture, $"{_writes - ShownAfter} more writes"));
        string difference = result.DifferentBytes == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $": {result.DifferentBytes} bytes differ, the first at {result.FirstDifference}");
        Add(_restarted + result.Duration, $"the run ends, {result.How}, {result.OutcomeWord}{difference}");
        return _lines;
    }

    /// <inheritdoc />
    public override void Restarted(Int128 time, ulong entry) => Add(time, $"the core starts at {place(entry)}");

    /// <inheritdoc />
    public override void Mark(Int128 time, uint value) => Add(time, FormattableString.Invariant($"mark {value}"));

    /// <inheritdoc />
    public override void Wrote(Int128 time, in WordWrite write)
    {
        WordWrite word = write;
        CutMemory? memory = memories.FirstOrDefault(one => one.Index == word.Memory);
        if (memory is not null && _writes++ < ShownAfter)
            Add(time, string.Create(CultureInfo.InvariantCulture, $"writes 0x{word.Value:x8} to {memory.Describe(word.Offset)}"));
    }

    private void Add(Int128 time, string what) => _lines.Add(new(time, what));

    private string Text(long number, JournalWrite write)
    {
        string who = writer(write);
        string word = memories[write.Memory].Describe(write.Offset);
        return string.Create(
            CultureInfo.InvariantCulture, $"write {number}: {word} from 0x{write.Before:x8} to 0x{write.After:x8} ({who})");
    }

    private static string Text(JournalWrite write, TornUnit torn)
    {
        uint read = BinaryPrimitives.ReadUInt32LittleEndian(torn.Bytes.AsSpan((int)(write.Offset % torn.Bytes.Length)));
        string code = torn.Unreadable.Count > 0 ? ", which the code of the memory refuses"
            : torn.CorrectedBits > 0 ? string.Create(CultureInfo.InvariantCulture, $", {torn.CorrectedBits} bits corrected") : "";
        string what = read == write.After ? "the new word" : read == write.Before ? "the old word" : "neither the old nor the new word";
        int moved = torn.Cells.Count(static cell => cell.Read != cell.From && cell.Read != cell.To);
        string cells = torn.Cells.Count == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"; {moved} of {torn.Cells.Count} cells read a level that is neither; levels stand at {Levels(torn)}");
        return string.Create(CultureInfo.InvariantCulture, $"it reads 0x{read:x8}, {what}{code}{cells}");
    }

    private static string Levels(TornUnit torn) => string.Join(
        ' ',
        torn.Cells.Select(static cell => string.Create(CultureInfo.InvariantCulture, $"{cell.Position:0.0}/{cell.To}")));
}
