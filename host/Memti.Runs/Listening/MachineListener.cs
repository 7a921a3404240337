using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Listening;

/// <summary>A listener that hears nothing; others override what they want to hear.</summary>
internal abstract class MachineListener : IMachineListener
{
    /// <inheritdoc />
    public virtual bool WantsCalls => false;

    /// <inheritdoc />
    public virtual void Begin(MachineNames names, IEnergyTotals totals)
    {
    }

    /// <inheritdoc />
    public virtual void Power(Int128 time, int component, PowerState state, long latency)
    {
    }

    /// <inheritdoc />
    public virtual void ActivityBegan(Int128 time, in ActivityRecord activity)
    {
    }

    /// <inheritdoc />
    public virtual void ActivityEnded(Int128 time, in ActivityRecord activity, bool aborted)
    {
    }

    /// <inheritdoc />
    public virtual void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
    }

    /// <inheritdoc />
    public virtual void Interrupt(Int128 time, int source, bool raised)
    {
    }

    /// <inheritdoc />
    public virtual void Task(Int128 time, int task)
    {
    }

    /// <inheritdoc />
    public virtual void Mark(Int128 time, uint value)
    {
    }

    /// <inheritdoc />
    public virtual void Wrote(Int128 time, in WordWrite write)
    {
    }

    /// <inheritdoc />
    public virtual void Executes(Int128 time, bool isExecuting)
    {
    }

    /// <inheritdoc />
    public virtual void Restarted(Int128 time, ulong entry)
    {
    }

    /// <inheritdoc />
    public virtual void Called(Int128 time, ulong target, ulong returnsTo)
    {
    }

    /// <inheritdoc />
    public virtual void Returned(Int128 time, ulong target)
    {
    }

    /// <inheritdoc />
    public virtual void Jumped(Int128 from, Int128 to, long frames)
    {
    }

    /// <inheritdoc />
    public virtual void End(Int128 time)
    {
    }
}
