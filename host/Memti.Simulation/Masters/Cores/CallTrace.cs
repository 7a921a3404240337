using Memti.Abstractions.Processors;
using Memti.Simulation.Components;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Masters.Cores;

/// <summary>Tells a listener of calls and returns of firmware.</summary>
internal sealed class CallTrace(Machine machine, IMachineListener listener, CycleClock clock) : ICoreObserver
{
    public void Called(long cycle, ulong target, ulong returnsTo) => listener.Called(TimeOf(cycle), target, returnsTo);

    public void Returned(long cycle, ulong target) => listener.Returned(TimeOf(cycle), target);

    /// <summary>
    /// Brings the machine to the core's time, so that a listener that asks for an energy gets that of the moment. The last cycles of an
    /// instruction may lie after the next event; listeners hear in order of time.
    /// </summary>
    private Int128 TimeOf(long cycle)
    {
        Int128 moment = clock.StartOf(cycle);
        if (machine.NextEvent != long.MaxValue)
            moment = Int128.Min(moment, machine.Clock.Origin + machine.NextEvent);
        if (moment > machine.Clock.Elapsed)
            machine.AdvanceTo((long)(moment - machine.Clock.Origin));
        return machine.Clock.Elapsed;
    }
}
