using Memti.Simulation.Kernel;

namespace Memti.Simulation.Devices.Memories;

/// <summary>
/// The task sets in the slots of a memory. It knows what lies where; which slot to fill is the business of firmware.
/// </summary>
internal sealed class TaskSlots
{
    private const int Empty = -1;

    private readonly int[] _tasks;
    private readonly int[] _slots;

    /// <summary>Creates the slots.</summary>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="slots">Number of sets that fit.</param>
    /// <param name="programmed">Tasks whose sets are present from the start, from slot 0 on.</param>
    public TaskSlots(int tasks, int slots, IReadOnlyList<int> programmed)
    {
        (_tasks, _slots) = (new int[slots], new int[tasks]);
        Array.Fill(_tasks, Empty);
        Array.Fill(_slots, Empty);
        for (int slot = 0; slot < programmed.Count; slot++)
            Fill(slot, programmed[slot]);
    }

    public int Count => _tasks.Length;

    /// <summary>Number of slots with a set.</summary>
    public int Live { get; private set; }

    public bool IsEmpty => Live == 0;

    /// <summary>How often all sets were lost.</summary>
    public int Losses { get; private set; }

    /// <summary>Slot with the set of a task, the one that was filled last; -1 for none.</summary>
    public int SlotOf(int task) => _slots[task];

    /// <summary>Task whose set is in a slot, or arrives in it; -1 for none.</summary>
    public int TaskIn(int slot) => _tasks[slot];

    public bool IsLive(int slot) => _tasks[slot] != Empty;

    /// <summary>A slot without a set, from a first one on; -1 for none.</summary>
    public int FirstEmpty(int from) => Array.IndexOf(_tasks, Empty, from);

    /// <summary>A task's set replaces what was in a slot.</summary>
    public void Fill(int slot, int task)
    {
        Clear(slot);
        Live++;
        (_tasks[slot], _slots[task]) = (task, slot);
    }

    /// <summary>The set in a slot is lost.</summary>
    public void Clear(int slot)
    {
        int task = _tasks[slot];
        if (task == Empty)
            return;
        Live--;
        _tasks[slot] = Empty;
        if (_slots[task] == slot)
            _slots[task] = Other(task);
    }

    /// <summary>All sets are lost.</summary>
    public void Lose()
    {
        Array.Fill(_tasks, Empty);
        Array.Fill(_slots, Empty);
        Live = 0;
        Losses++;
    }

    public void WriteState(ref StateWriter state)
    {
        state.Write(_tasks);
        state.Write(_slots);
    }

    /// <summary>Another slot with the set: firmware may have loaded it into two.</summary>
    private int Other(int task)
    {
        int slot = _tasks.Length - 1;
        while (slot >= 0 && _tasks[slot] != task)
            slot--;
        return slot;
    }
}
