namespace Memti.Simulation;

/// <summary>The task sets in the working memory: slots, replaced in order of last use.</summary>
internal sealed class WorkingSet
{
    private const int Empty = -1;

    private readonly int[] _tasks;
    private readonly int[] _leastRecent;

    /// <param name="slots">Sets that fit.</param>
    /// <param name="programmed">True when slot i holds task i from the start.</param>
    public WorkingSet(int slots, bool programmed)
    {
        _tasks = [.. Enumerable.Range(0, slots).Select(slot => programmed ? slot : Empty)];
        _leastRecent = [.. Enumerable.Range(0, slots)];
    }

    public int Slots => _tasks.Length;

    /// <summary>The slot with the live set of a task; -1 for none.</summary>
    public int SlotOf(int task) => Array.IndexOf(_tasks, task);

    /// <summary>The slot to fill next: a dead one, or the one used longest ago.</summary>
    public int Victim()
    {
        int dead = Array.IndexOf(_tasks, Empty);
        return dead >= 0 ? dead : _leastRecent[0];
    }

    public bool IsLive(int slot) => _tasks[slot] != Empty;

    public void Fill(int slot, int task)
    {
        _tasks[slot] = task;
        Touch(slot);
    }

    public void Touch(int slot)
    {
        int place = Array.IndexOf(_leastRecent, slot);
        _leastRecent.AsSpan(place + 1).CopyTo(_leastRecent.AsSpan(place));
        _leastRecent[^1] = slot;
    }

    /// <summary>Loses everything; the order of use means nothing then.</summary>
    public void Die()
    {
        Array.Fill(_tasks, Empty);
        for (int slot = 0; slot < _leastRecent.Length; slot++)
            _leastRecent[slot] = slot;
    }

    public void Write(ref StateWriter state)
    {
        state.Write(_tasks);
        state.Write(_leastRecent);
    }
}
