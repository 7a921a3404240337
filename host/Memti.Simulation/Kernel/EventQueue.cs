using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Memti.Simulation.Kernel;

/// <summary>
/// Events in order of time, then priority (0 first), then the order in which they were scheduled. A four-way heap: the times of a node's
/// children lie side by side and are compared as one vector, without a branch that random times would mispredict. Nothing is allocated once
/// the arrays have grown to the greatest number of pending events.
/// </summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public sealed class EventQueue
{
    private const int Ways = 4;
    private const int PriorityShift = 56;

    /// <summary>The time of places without an event: later than any other, so that a whole vector of children can always be compared.</summary>
    private const long Never = long.MaxValue;

    private long[] _times;
    private Tag[] _tags;
    private int _count;
    private ulong _sequence;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">Pending events to make room for, at least 1.</param>
    public EventQueue(int capacity = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _times = new long[capacity + Ways];
        _tags = new Tag[capacity + Ways];
        Array.Fill(_times, Never);
    }

    /// <summary>Events that are pending.</summary>
    public int Count => _count;

    /// <summary>Adds an event.</summary>
    /// <param name="time">The moment in picoseconds, before <see cref="long.MaxValue"/>.</param>
    /// <param name="priority">Order among events of one moment; 0 comes first.</param>
    /// <param name="kind">What the event is, as its owner numbers it.</param>
    public void Schedule(long time, byte priority, int kind)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(time, Never);
        if (_count + Ways >= _times.Length)
            Grow();
        Rise(_count++, time, new Tag(((ulong)priority << PriorityShift) | _sequence++, kind));
    }

    /// <summary>Looks at the first event without taking it.</summary>
    /// <returns>False when none is pending.</returns>
    public bool TryPeek(out ScheduledEvent next)
    {
        next = _count == 0 ? default : new(_times[0], _tags[0].Kind);
        return _count > 0;
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

        next = new(_times[0], _tags[0].Kind);
        int last = --_count;
        (long time, Tag tag) = (_times[last], _tags[last]);
        _times[last] = Never;
        if (last > 0)
            Rise(Descend(), time, tag);
        return true;
    }

    /// <summary>Moves every pending event earlier, so that runs may go on beyond what a long holds.</summary>
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
    /// Moves the hole at the root down to a leaf along the earliest children. What is put there next was a leaf itself and rarely rises far,
    /// so it is not compared on the way down.
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
        Vector256<long> swapped = Vector256.Min(times, Vector256.Shuffle(times, Vector256.Create(1L, 0, 3, 2)));
        Vector256<long> least = Vector256.Min(swapped, Vector256.Shuffle(swapped, Vector256.Create(2L, 3, 0, 1)));
        uint matches = Vector256.Equals(times, least).ExtractMostSignificantBits();
        int child = first + BitOperations.TrailingZeroCount(matches);
        return BitOperations.IsPow2(matches) ? child : FirstScheduled(first, matches);
    }

    /// <summary>Of children at one moment, the one that comes first by priority and order.</summary>
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

    /// <summary>What breaks ties, and what the event is.</summary>
    private readonly record struct Tag(ulong Order, int Kind);
}
