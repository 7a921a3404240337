using Memti.Abstractions.Units;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Tests.Traces;

/// <summary>
/// Plays a machine with two components and a core to a listener: each component draws 1 W while on, 0.5 W more for each activity, 0 W else.
/// </summary>
internal sealed class ScriptedMachine : IEnergyTotals
{
    private readonly IMachineListener _listener;
    private readonly double[] _watts = [1, 1, 1];
    private readonly double[] _joules = [0, 0, 0];
    private readonly Dictionary<int, ActivityRecord> _running = [];

    public ScriptedMachine(IMachineListener listener)
    {
        _listener = listener;
        listener.Begin(Names, this);
    }

    public static MachineNames Names { get; } = new()
    {
        Components = ["nvdla", "adapters", "cpu", "uart"],
        Memories = [1],
        Tasks = ["signs", "faces"],
        Interrupts = ["frame", "dma"],
        Powered = 3,
        Core = 2,
    };

    public Int128 Now { get; private set; }

    public Power Total => Power.FromWatts(_watts.Sum());

    public double Joules => _joules.Sum();

    public Energy EnergyOf(int component) => Energy.FromJoules(_joules[component]);

    public Power PowerOf(int component) => Power.FromWatts(_watts[component]);

    public ScriptedMachine At(Int128 time)
    {
        for (int component = 0; component < _watts.Length; component++)
            _joules[component] += _watts[component] * (double)(time - Now) * 1e-12;
        Now = time;
        return this;
    }

    public ScriptedMachine Enter(int component, PowerState state, long picoseconds = 0)
    {
        bool isOn = state is PowerState.On or PowerState.Waking;
        _watts[component] = isOn ? 1 + 0.5 * _running.Values.Count(running => running.Components.Contains(component)) : 0;
        _listener.Power(Now, component, state, picoseconds);
        return this;
    }

    public ScriptedMachine Begin(int number, ActivityKind kind, int[] components, int task = -1, long bits = 0)
    {
        _running.Add(number, new ActivityRecord(number, kind, components, task, bits));
        foreach (int component in components)
            _watts[component] += 0.5;
        _listener.ActivityBegan(Now, _running[number]);
        return this;
    }

    public ScriptedMachine Execute(bool isExecuting)
    {
        _watts[2] += isExecuting ? 0.5 : -0.5;
        _listener.Executes(Now, isExecuting);
        return this;
    }

    public ScriptedMachine End(int number, bool aborted = false)
    {
        _running.Remove(number, out ActivityRecord activity);
        foreach (int component in activity.Components)
            _watts[component] -= 0.5;
        _listener.ActivityEnded(Now, activity, aborted);
        return this;
    }

    public ScriptedMachine Spend(int component, double joules)
    {
        _joules[component] += joules;
        return this;
    }

    public ScriptedMachine Frame(long index, FrameStep step, Int128 start, Int128? deadline, params int[] tasks)
    {
        _listener.Frame(Now, new FrameRecord(index, start, deadline, tasks), step);
        return this;
    }

    public ScriptedMachine Say(Action<IMachineListener, Int128> event_)
    {
        event_(_listener, Now);
        return this;
    }

    public void Finish(Int128 time)
    {
        At(time);
        _listener.End(time);
    }
}
