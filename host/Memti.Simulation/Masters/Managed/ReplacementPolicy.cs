using Memti.Simulation.Devices.Memories;
using Memti.Simulation.Kernel;

namespace Memti.Simulation.Masters.Managed;

/// <summary>Which slot of the working memory a load fills: the least recently used. A pinned task has a slot of its own.</summary>
internal sealed class ReplacementPolicy
{
    private readonly TaskSlots _slots;
    private readonly int[] _leastRecent;
    private int _losses;

    /// <summary>Creates a policy for slots.</summary>
    /// <param name="slots">The slots of the hardware.</param>
    /// <param name="pinned">Tasks with a slot of their own, the first slots.</param>
    public ReplacementPolicy(TaskSlots slots, int[] pinned)
    {
        (_slots, Pinned, _losses) = (slots, pinned, slots.Losses);
        _leastRecent = new int[slots.Count - pinned.Length];
        Forget();
    }

    /// <summary>Tasks with a slot of their own.</summary>
    public int[] Pinned { get; }

    /// <summary>The slot to fill with a task's set: its own, an empty one, or the least recently used.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isRead">True for a slot that an inference reads, whose contents must stay; null where none is.</param>
    /// <returns>The slot; -1 when all slots that could take the task are read.</returns>
    public int SlotFor(int task, Func<int, bool>? isRead = null)
    {
        for (int slot = 0; slot < Pinned.Length; slot++)
        {
            if (Pinned[slot] == task)
                return slot;
        }

        Follow();
        int empty = _slots.FirstEmpty(Pinned.Length);
        return empty >= 0 ? empty : isRead is null ? _leastRecent[0] : LeastRecentUnread(isRead);
    }

    /// <summary>A slot is used.</summary>
    public void Touch(int slot)
    {
        if (slot < Pinned.Length)
            return;
        Follow();
        if (_leastRecent[^1] == slot)
            return;
        // To the end of the list: its head is the least recently used slot.
        int place = Array.IndexOf(_leastRecent, slot);
        _leastRecent.AsSpan(place + 1).CopyTo(_leastRecent.AsSpan(place));
        _leastRecent[^1] = slot;
    }

    public void WriteState(ref StateWriter state)
    {
        Follow();
        state.Write(_leastRecent);
    }

    /// <summary>The order is lost with the memory of the driver library.</summary>
    public void Reset()
    {
        _losses = _slots.Losses;
        Forget();
    }

    private int LeastRecentUnread(Func<int, bool> isRead)
    {
        foreach (int slot in _leastRecent)
        {
            if (!isRead(slot))
                return slot;
        }

        return -1;
    }

    /// <summary>Begins anew after the memory has lost all sets.</summary>
    private void Follow()
    {
        if (_losses == _slots.Losses)
            return;
        _losses = _slots.Losses;
        Forget();
    }

    private void Forget()
    {
        // A fixed order after a loss: otherwise an old order would keep two equal states from being recognised.
        for (int place = 0; place < _leastRecent.Length; place++)
            _leastRecent[place] = Pinned.Length + place;
    }
}
