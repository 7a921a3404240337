using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Memti.Simulation.Kernel;

/// <summary>
/// Events in order of time, then priority (0 first), then scheduling. A four-way heap: the times of a node's children are neighbours and
/// compare as one vector, without a branch that random times would mispredict. Allocates nothing once the arrays have grown to the greatest
/// number of pending events.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed class EventQueue
{
    private const int Ways = 4;
    // Priority in the top 8 bits, sequence in the other 56: one comparison breaks a tie, and 7e16 events pass before the sequence
    // overflows.
    private const int PriorityShift = 56;

    /// <summary>Time of an empty place: later than any event, so that a whole vector of children can always be compared.</summary>
    private const long Never = long.MaxValue;

    private long[] _times;
    private Tag[] _tags;
    private int _count;
    private ulong _sequence;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="capacity">Initial room for pending events, at least 1.</param>
    public EventQueue(int capacity = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _times = new long[capacity + Ways];
        _tags = new Tag[capacity + Ways];
        Array.Fill(_times, Never);
    }

    /// <summary>Time of the first event; <see cref="long.MaxValue"/> when none is pending.</summary>
    public long FirstTime => _times[0];

    /// <summary>Adds an event.</summary>
    /// <param name="time">Time in picoseconds, below <see cref="long.MaxValue"/>.</param>
    /// <param name="priority">Order among events of one moment; 0 comes first.</param>
    /// <param name="kind">Number that identifies the event to its owner.</param>
    public void Schedule(long time, byte priority, int kind)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(time, Never);
        if (_count + Ways >= _times.Length)
            Grow();
        Rise(_count++, time, new Tag(((ulong)priority << PriorityShift) | _sequence++, kind));
    }

    /// <summary>Removes the first event.</summary>
    /// <returns>False when no event is pending.</returns>
    public bool TryDequeue(out ScheduledEvent next)
    {
        if (_count == 0)
        {
            next = default;
            return false;
        }

        next = new(_times[0], _tags[0].Kind);
        int last = --_count;
        (long time, Tag tag) = (_times[last], _tags[last]);
        _times[last] = Never;
        if (last > 0)
            Rise(Descend(), time, tag);
        return true;
    }

    /// <summary>Removes all events of a kind. Visits every pending event, so it is for what happens rarely.</summary>
    public void Remove(int kind)
    {
        int pending = _count;
        _count = 0;
        for (int index = 0; index < pending; index++)
        {
            (long time, Tag tag) = (_times[index], _tags[index]);
            _times[index] = Never;
            // The events that stay keep their tags and so their order. Their number never exceeds the index of the one that is read.
            if (tag.Kind != kind)
                Rise(_count++, time, tag);
        }
    }

    /// <summary>Moves every pending event earlier, so that a run may exceed the range of a long.</summary>
    public void Rebase(long picoseconds)
    {
        for (int index = 0; index < _count; index++)
            _times[index] = checked(_times[index] - picoseconds);
    }

    private void Grow()
    {
        int used = _times.Length;
        Array.Resize(ref _times, 2 * used);
        Array.Resize(ref _tags, 2 * used);
        _times.AsSpan(used).Fill(Never);
    }

    private void Rise(int hole, long time, Tag tag)
    {
        while (hole > 0)
        {
            int parent = (hole - 1) / Ways;
            if (time > _times[parent] || (time == _times[parent] && tag.Order > _tags[parent].Order))
                break;
            (_times[hole], _tags[hole]) = (_times[parent], _tags[parent]);
            hole = parent;
        }

        (_times[hole], _tags[hole]) = (time, tag);
    }

    /// <summary>
    /// Moves the hole at the root down to a leaf along the earliest children. The event that fills the hole was a leaf itself and rarely
    /// rises far, so it is not compared on the way down.
    /// </summary>
    private int Descend()
    {
        int hole = 0;
        for (int first = 1; first < _count; first = (Ways * hole) + 1)
        {
            int child = Earliest(first);
            (_times[hole], _tags[hole]) = (_times[child], _tags[child]);
            hole = child;
        }

        _times[hole] = Never;
        return hole;
    }

    private int Earliest(int first)
    {
        Vector256<long> times = Vector256.Create(_times.AsSpan(first, Ways));
        // Minimum across four lanes in two exchanges: neighbours first, then halves. Every lane then holds the least time.
        Vector256<long> swapped = Vector256.Min(times, Vector256.Shuffle(times, Vector256.Create(1L, 0, 3, 2)));
        Vector256<long> least = Vector256.Min(swapped, Vector256.Shuffle(swapped, Vector256.Create(2L, 3, 0, 1)));
        uint matches = Vector256.Equals(times, least).ExtractMostSignificantBits();
        int child = first + BitOperations.TrailingZeroCount(matches);
        // One matching lane is the usual case and needs no look at the tags.
        return BitOperations.IsPow2(matches) ? child : FirstScheduled(first, matches);
    }

    /// <summary>Returns the child that comes first by priority and order, among children at one moment.</summary>
    private int FirstScheduled(int first, uint matches)
    {
        int earliest = -1;
        for (uint left = matches; left != 0; left &= left - 1)
        {
            int child = first + BitOperations.TrailingZeroCount(left);
            if (child < _count && (earliest < 0 || _tags[child].Order < _tags[earliest].Order))
                earliest = child;
        }

        return earliest;
    }

    /// <summary>Tie-breaker and kind of an event.</summary>
    private readonly record struct Tag(ulong Order, int Kind);
}
