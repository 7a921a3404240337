using System.Buffers.Binary;
using Memti.Runs.Listening;
using Memti.Simulation.Traces;

namespace Memti.Runs.PowerCuts;

/// <summary>
/// Writes down what a run does to non-volatile memories, and when its activities begin and end. With the contents from before the run it
/// is a snapshot at every write.
/// </summary>
/// <param name="memories">Indices of the non-volatile memories in the system.</param>
internal sealed class WriteJournal(IReadOnlyList<int> memories) : MachineListener
{
    private readonly List<JournalWrite> _writes = [];
    private readonly SortedSet<Int128> _boundaries = [];
    private readonly List<(Int128 Time, long Frame)> _frames = [];

    /// <summary>Where the core is; set it before the run.</summary>
    public Func<ulong> ProgramCounter { get; set; } = static () => 0;

    /// <summary>The writes, ordered by time once <see cref="Close"/> was called.</summary>
    public IReadOnlyList<JournalWrite> Writes => _writes;

    /// <summary>Moments at which an activity begins or ends, ordered and each once.</summary>
    public IReadOnlyList<Int128> Boundaries { get; private set; } = [];

    /// <inheritdoc />
    public override void Wrote(Int128 time, in WordWrite write)
    {
        int memory = IndexOf(write.Memory);
        if (memory >= 0)
            _writes.Add(new(time, write.Latency, memory, write.Offset, 0, write.Value, ProgramCounter(), write.ByCore));
    }

    /// <inheritdoc />
    public override void ActivityBegan(Int128 time, in ActivityRecord activity) => _boundaries.Add(time);

    /// <inheritdoc />
    public override void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted) => _boundaries.Add(time);

    /// <inheritdoc />
    public override void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
        if (step is FrameStep.Delivered or FrameStep.Skipped)
            _frames.Add((time, frame.Index));
    }

    /// <summary>Index of the first frame that a machine may still receive which starts again after a moment.</summary>
    public long FrameAfter(Int128 time)
    {
        long next = 0;
        foreach ((Int128 when, long frame) in _frames)
        {
            if (when <= time)
                next = Math.Max(next, frame + 1);
        }

        return next;
    }

    /// <summary>The run is over. The words of a copy come at its end: they are put where they belong.</summary>
    /// <param name="before">Contents of the memories before the run.</param>
    public void Close(IReadOnlyList<byte[]> before)
    {
        Boundaries = [.. _boundaries];
        JournalWrite[] ordered = [.. _writes.OrderBy(static write => write.Time)];
        byte[][] contents = [.. before.Select(static bytes => (byte[])bytes.Clone())];
        _writes.Clear();
        foreach (JournalWrite write in ordered)
        {
            Span<byte> word = contents[write.Memory].AsSpan((int)write.Offset, sizeof(uint));
            _writes.Add(write with { Before = BinaryPrimitives.ReadUInt32LittleEndian(word) });
            BinaryPrimitives.WriteUInt32LittleEndian(word, write.After);
        }
    }

    private int IndexOf(int memory)
    {
        for (int index = 0; index < memories.Count; index++)
        {
            if (memories[index] == memory)
                return index;
        }

        return -1;
    }
}
