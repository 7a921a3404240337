using Memti.Abstractions.Processors;
using Memti.Simulation.Components;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Masters.Cores;

/// <summary>Tells a listener of calls and returns of firmware.</summary>
internal sealed class CallTrace(Machine machine, IMachineListener listener, CycleClock clock) : ICoreObserver
{
    public void Called(long cycle, ulong target, ulong returnsTo) => listener.Called(TimeOf(cycle), target, returnsTo);

    public void Returned(long cycle, ulong target) => listener.Returned(TimeOf(cycle), target);

    /// <summary>The last cycles of an instruction may lie after the next event; listeners hear in order of time.</summary>
    private Int128 TimeOf(long cycle) => machine.NextEvent == long.MaxValue
        ? clock.StartOf(cycle)
        : Int128.Min(clock.StartOf(cycle), machine.Clock.Origin + machine.NextEvent);
}
