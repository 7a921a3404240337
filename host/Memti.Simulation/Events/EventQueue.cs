using System.Diagnostics.CodeAnalysis;

namespace Memti.Simulation;

/// <summary>
/// Events in order of time, then priority (0 first), then the order in which they were scheduled. A four-way heap in one array: a node's
/// children
/// share cache lines, and nothing is allocated once the array has grown to the greatest number of pending events.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed class EventQueue
{
    private const int Ways = 4;
    private const int PriorityShift = 56;

    private Entry[] _heap;
    private int _count;
    private ulong _sequence;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">Pending events to make room for, at least 1.</param>
    public EventQueue(int capacity = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _heap = new Entry[capacity];
    }

    /// <summary>Events that are pending.</summary>
    public int Count => _count;

    /// <summary>Adds an event.</summary>
    /// <param name="time">The moment in picoseconds.</param>
    /// <param name="priority">Order among events of one moment; 0 comes first.</param>
    /// <param name="kind">What the event is, as its owner numbers it.</param>
    public void Schedule(long time, byte priority, int kind)
    {
        if (_count == _heap.Length)
            Array.Resize(ref _heap, 2 * _count);
        Entry added = new(time, ((ulong)priority << PriorityShift) | _sequence++, kind);
        Rise(_count++, added);
    }

    /// <summary>Takes the first event.</summary>
    /// <returns>False when none is pending.</returns>
    public bool TryDequeue(out ScheduledEvent next)
    {
        if (_count == 0)
        {
            next = default;
            return false;
        }

        Entry[] heap = _heap;
        next = new(heap[0].Time, heap[0].Kind);
        int last = --_count;
        if (last > 0)
            Sink(heap[last]);
        return true;
    }

    /// <summary>Moves every pending event earlier, so that runs may go on beyond what a long holds.</summary>
    public void Rebase(long picoseconds)
    {
        for (int index = 0; index < _count; index++)
            _heap[index] = _heap[index] with { Time = checked(_heap[index].Time - picoseconds) };
    }

    private void Rise(int hole, Entry added)
    {
        Entry[] heap = _heap;
        while (hole > 0)
        {
            int parent = (hole - 1) / Ways;
            if (!added.Precedes(heap[parent]))
                break;
            heap[hole] = heap[parent];
            hole = parent;
        }

        heap[hole] = added;
    }

    private void Sink(Entry moved)
    {
        Span<Entry> heap = _heap.AsSpan(0, _count);
        int hole = 0;
        for (int child = 1; child < heap.Length; child = Ways * hole + 1)
        {
            child = Least(heap, child);
            if (!heap[child].Precedes(moved))
                break;
            heap[hole] = heap[child];
            hole = child;
        }

        heap[hole] = moved;
    }

    private static int Least(ReadOnlySpan<Entry> heap, int first)
    {
        int end = Math.Min(first + Ways, heap.Length);
        int least = first;
        for (int child = first + 1; child < end; child++)
        {
            least = heap[child].Precedes(heap[least]) ? child : least;
        }

        return least;
    }

    private readonly record struct Entry(long Time, ulong Order, int Kind)
    {
        public bool Precedes(in Entry other) => Time == other.Time ? Order < other.Order : Time < other.Time;
    }
}
