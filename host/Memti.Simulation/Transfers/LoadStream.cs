using Memti.Simulation.Kernel;

namespace Memti.Simulation.Transfers;

/// <summary>The background load into the working memory; at most one at a time.</summary>
internal sealed class LoadStream
{
    public bool Active { get; private set; }

    public int Task { get; private set; } = -1;

    public long Start { get; private set; }

    public long End { get; private set; }

    public void Begin(int task, long start, long end) => (Active, Task, Start, End) = (true, task, start, end);

    public void Finish() => (Active, Task) = (false, -1);

    public bool Brings(int task) => Active && Task == task;

    public void Rebase(long picoseconds) => (Start, End) = (Start - picoseconds, End - picoseconds);

    public void Write(ref StateWriter state, long now)
    {
        // Relative times: absolute ones would never recur.
        state.Write(Task);
        state.Write(Active ? now - Start : 0);
        state.Write(Active ? End - now : 0);
    }
}
