using Memti.Simulation.Kernel;

namespace Memti.Simulation.Transfers;

/// <summary>The task sets in the working memory: slots, replaced least recently used first. A pinned task has a slot of its own.</summary>
internal sealed class WorkingSet
{
    private const int Empty = -1;

    private readonly int[] _tasks;
    private readonly int[] _slots;
    private readonly int[] _leastRecent;
    private readonly int _pinned;
    private int _live;

    /// <summary>Creates the slots.</summary>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="slots">Number of sets that fit.</param>
    /// <param name="pinned">Tasks with a slot of their own, the first slots.</param>
    /// <param name="programmed">Tasks whose sets are present from the start, from slot 0 on.</param>
    public WorkingSet(int tasks, int slots, IReadOnlyList<int> pinned, IReadOnlyList<int> programmed)
    {
        _pinned = pinned.Count;
        _tasks = new int[slots];
        _slots = new int[tasks];
        _leastRecent = new int[slots - _pinned];
        Pinned = pinned;
        Die();
        for (int slot = 0; slot < programmed.Count; slot++)
            Hold(slot, programmed[slot]);
    }

    public int Slots => _tasks.Length;

    /// <summary>Tasks with a slot of their own.</summary>
    public IReadOnlyList<int> Pinned { get; }

    public bool IsEmpty => _live == 0;

    /// <summary>Slot with the live set of a task; -1 for none.</summary>
    public int SlotOf(int task) => _slots[task];

    /// <summary>The slot to fill with a task's set: its own, an empty one, or the least recently used.</summary>
    public int Victim(int task)
    {
        for (int slot = 0; slot < _pinned; slot++)
        {
            if (Pinned[slot] == task)
                return slot;
        }

        int dead = Array.IndexOf(_tasks, Empty, _pinned);
        return dead >= 0 ? dead : _leastRecent[0];
    }

    /// <summary>Task whose set is live in a slot; -1 for none.</summary>
    public int TaskIn(int slot) => _tasks[slot];

    public bool IsLive(int slot) => _tasks[slot] != Empty;

    public void Fill(int slot, int task)
    {
        Hold(slot, task);
        Touch(slot);
    }

    public void Touch(int slot)
    {
        if (slot < _pinned)
            return;
        // To the end of the list: its head is the least recently used slot.
        int place = Array.IndexOf(_leastRecent, slot);
        _leastRecent.AsSpan(place + 1).CopyTo(_leastRecent.AsSpan(place));
        _leastRecent[^1] = slot;
    }

    /// <summary>Loses all sets, and resets the order of use.</summary>
    public void Die()
    {
        Array.Fill(_tasks, Empty);
        Array.Fill(_slots, Empty);
        _live = 0;
        // A fixed order after a loss: otherwise an old order would keep two equal states from being recognised.
        for (int place = 0; place < _leastRecent.Length; place++)
            _leastRecent[place] = _pinned + place;
    }

    public void Write(ref StateWriter state)
    {
        state.Write(_tasks);
        state.Write(_leastRecent);
    }

    private void Hold(int slot, int task)
    {
        if (_tasks[slot] == Empty)
            _live++;
        else
            _slots[_tasks[slot]] = Empty;
        (_tasks[slot], _slots[task]) = (task, slot);
    }
}
