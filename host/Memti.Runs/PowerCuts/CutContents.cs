using System.Buffers.Binary;
using Memti.Arrays.Tearing;
using Memti.Simulation.Contents;

namespace Memti.Runs.PowerCuts;

/// <summary>
/// Contents of the non-volatile memories at any cut: those from before the run, with the writes of the journal up to it, and what is left
/// of the one under way. It goes forward cheaply, and back by starting anew.
/// </summary>
internal sealed class CutContents
{
    private readonly IReadOnlyList<CutMemory> _memories;
    private readonly WriteJournal _journal;
    private readonly IReadOnlyList<byte[]> _before;
    private readonly byte[][] _contents;
    private long _applied;

    /// <param name="memories">The memories.</param>
    /// <param name="journal">The writes of the uncut run.</param>
    /// <param name="before">Contents before the run.</param>
    public CutContents(IReadOnlyList<CutMemory> memories, WriteJournal journal, IReadOnlyList<byte[]> before)
    {
        (_memories, _journal, _before) = (memories, journal, before);
        _contents = [.. before.Select(static bytes => (byte[])bytes.Clone())];
    }

    /// <summary>The write that a cut is in, with its point; null for none.</summary>
    /// <param name="cut">The cut.</param>
    /// <param name="time">Its moment in picoseconds since the start of the run.</param>
    public (JournalWrite Write, long Number, WritePoint Point)? UnderWay(CutPoint cut, out Int128 time)
    {
        if (cut.Boundary > 0)
        {
            time = _journal.Boundaries[(int)cut.Boundary - 1];
            return At(time);
        }

        JournalWrite write = _journal.Writes[(int)cut.Write - 1];
        time = write.Time + TimeOf(write, cut.Point);
        return (write, cut.Write, cut.Point);
    }

    /// <summary>What the memories hold after a cut. Use it before the next call.</summary>
    /// <param name="number">Number of the write that is cut, from 1; one more than the last whole write for none.</param>
    /// <param name="torn">What is left of that write; null for none.</param>
    public IReadOnlyList<StoredContents> After(long number, TornUnit? torn)
    {
        JournalWrite? under = torn is null ? null : _journal.Writes[(int)number - 1];
        return [.. _memories.Select((memory, index) => under is { } write && write.Memory == index
            ? Patched(memory, _contents[index], write, torn!)
            : new StoredContents(memory.Index, _contents[index], []))];
    }

    /// <summary>Tears the write of a cut.</summary>
    public TornUnit Tear(JournalWrite write, long number, WritePoint point)
    {
        MoveTo(number - 1);
        CutMemory memory = _memories[write.Memory];
        (int first, int place) = UnitOf(memory, write);
        ReadOnlySpan<byte> before = _contents[write.Memory].AsSpan(first, memory.Words.UnitBytes);
        byte[] after = before.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(after.AsSpan(place), write.After);
        return memory.Words.Tear(before, after, place, point, memory.Draws, (uint)number);
    }

    /// <summary>Applies whole writes.</summary>
    /// <param name="writes">How many, from the first on.</param>
    public void MoveTo(long writes)
    {
        if (writes < _applied)
        {
            for (int memory = 0; memory < _contents.Length; memory++)
                _before[memory].CopyTo(_contents[memory], 0);
            _applied = 0;
        }

        for (; _applied < writes; _applied++)
        {
            JournalWrite write = _journal.Writes[(int)_applied];
            BinaryPrimitives.WriteUInt32LittleEndian(_contents[write.Memory].AsSpan((int)write.Offset), write.After);
        }
    }

    /// <summary>Number of writes that are whole at a moment.</summary>
    public long WholeAt(Int128 time)
    {
        long whole = 0;
        while (whole < _journal.Writes.Count && _journal.Writes[(int)whole].End <= time)
            whole++;
        return whole;
    }

    private (JournalWrite Write, long Number, WritePoint Point)? At(Int128 time)
    {
        long whole = WholeAt(time);
        if (whole == _journal.Writes.Count || _journal.Writes[(int)whole].Time >= time)
            return null;
        JournalWrite write = _journal.Writes[(int)whole];
        return (write, whole + 1, _memories[write.Memory].Words.PointAt(time - write.Time, write.Latency));
    }

    /// <summary>Pulses share the time of a write equally.</summary>
    private Int128 TimeOf(JournalWrite write, WritePoint point)
    {
        if (point.Moment == WriteMoment.After)
            return write.Latency;
        int halves = (2 * point.Pulse) - (point.Moment == WriteMoment.Before ? 1 : 0);
        return (Int128)write.Latency * halves / (2 * _memories[write.Memory].Words.Pulses);
    }

    private static StoredContents Patched(CutMemory memory, byte[] contents, JournalWrite write, TornUnit torn)
    {
        byte[] patched = (byte[])contents.Clone();
        int first = UnitOf(memory, write).First;
        torn.Bytes.CopyTo(patched, first);
        return new(memory.Index, patched, [.. torn.Unreadable.Select(range => ((long)first + range.Offset, (long)range.Bytes))]);
    }

    private static (int First, int Place) UnitOf(CutMemory memory, JournalWrite write)
    {
        int unit = memory.Words.UnitBytes;
        int first = (int)(write.Offset / unit * unit);
        return (first, (int)write.Offset - first);
    }
}
