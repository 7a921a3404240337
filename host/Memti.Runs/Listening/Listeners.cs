using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Listening;

/// <summary>Passes what it hears on to several listeners, in their order.</summary>
/// <param name="all">The listeners.</param>
internal sealed class Listeners(IReadOnlyList<IMachineListener> all) : IMachineListener
{
    /// <inheritdoc />
    public bool WantsCalls => all.Any(static listener => listener.WantsCalls);

    /// <inheritdoc />
    public void Begin(MachineNames names, IEnergyTotals totals)
    {
        foreach (IMachineListener listener in all)
            listener.Begin(names, totals);
    }

    /// <inheritdoc />
    public void Power(Int128 time, int component, PowerState state, long latency)
    {
        foreach (IMachineListener listener in all)
            listener.Power(time, component, state, latency);
    }

    /// <inheritdoc />
    public void ActivityBegan(Int128 time, in ActivityRecord activity)
    {
        foreach (IMachineListener listener in all)
            listener.ActivityBegan(time, activity);
    }

    /// <inheritdoc />
    public void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted)
    {
        foreach (IMachineListener listener in all)
            listener.ActivityEnded(time, activity, aborted);
    }

    /// <inheritdoc />
    public void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
        foreach (IMachineListener listener in all)
            listener.Frame(time, frame, step);
    }

    /// <inheritdoc />
    public void Interrupt(Int128 time, int source, bool level)
    {
        foreach (IMachineListener listener in all)
            listener.Interrupt(time, source, level);
    }

    /// <inheritdoc />
    public void Task(Int128 time, int task)
    {
        foreach (IMachineListener listener in all)
            listener.Task(time, task);
    }

    /// <inheritdoc />
    public void Mark(Int128 time, uint value)
    {
        foreach (IMachineListener listener in all)
            listener.Mark(time, value);
    }

    /// <inheritdoc />
    public void Wrote(Int128 time, in WordWrite write)
    {
        foreach (IMachineListener listener in all)
            listener.Wrote(time, write);
    }

    /// <inheritdoc />
    public void Executes(Int128 time, bool isExecuting)
    {
        foreach (IMachineListener listener in all)
            listener.Executes(time, isExecuting);
    }

    /// <inheritdoc />
    public void Restarted(Int128 time, ulong entry)
    {
        foreach (IMachineListener listener in all)
            listener.Restarted(time, entry);
    }

    /// <inheritdoc />
    public void Called(Int128 time, ulong target, ulong returnsTo)
    {
        foreach (IMachineListener listener in all)
            listener.Called(time, target, returnsTo);
    }

    /// <inheritdoc />
    public void Returned(Int128 time, ulong target)
    {
        foreach (IMachineListener listener in all)
            listener.Returned(time, target);
    }

    /// <inheritdoc />
    public void Jumped(Int128 from, Int128 to, long frames)
    {
        foreach (IMachineListener listener in all)
            listener.Jumped(from, to, frames);
    }

    /// <inheritdoc />
    public void End(Int128 time)
    {
        foreach (IMachineListener listener in all)
            listener.End(time);
    }
}
