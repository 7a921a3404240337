namespace Memti.Simulation.Frames;

/// <summary>Tells which frames have work: those whose entry of the pattern names a task.</summary>
internal sealed class WorkPattern
{
    private readonly int[] _ahead;
    private readonly int[] _before;

    public WorkPattern(IReadOnlyList<IReadOnlyList<int>> pattern)
    {
        _ahead = new int[pattern.Count];
        _before = new int[pattern.Count + 1];
        for (int entry = 0; entry < pattern.Count; entry++)
            _before[entry + 1] = _before[entry] + (pattern[entry].Count > 0 ? 1 : 0);
        // Twice round, because the frame after the last entry is the first.
        for (int entry = 2 * pattern.Count - 1; entry >= 0; entry--)
        {
            int place = entry % pattern.Count;
            _ahead[place] = pattern[place].Count > 0 ? 0 : _ahead[(place + 1) % pattern.Count] + 1;
        }
    }

    /// <summary>The first frame with work at or after a frame.</summary>
    public long From(long frame) => frame + _ahead[frame % _ahead.Length];

    /// <summary>Number of frames with work from <paramref name="first"/> up to, but not including, <paramref name="end"/>.</summary>
    public long Between(long first, long end) => Before(end) - Before(first);

    private long Before(long frame)
    {
        (long periods, long rest) = Math.DivRem(frame, _ahead.Length);
        return periods * _before[^1] + _before[rest];
    }
}
