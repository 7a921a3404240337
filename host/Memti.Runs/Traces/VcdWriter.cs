using Memti.Abstractions.Parameters;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>Writes a window as value change dump: for GTKWave and what else reads waves.</summary>
/// <param name="name">Name of the design.</param>
/// <param name="output">Receives the file.</param>
internal sealed class VcdWriter(string name, Stream output) : ITraceWriter
{
    private static readonly string[] StateNames = [.. new EnumWords(typeof(PowerState)).All];
    private static readonly string[] KindNames = [.. new EnumWords(typeof(ActivityKind)).All];

    private readonly VcdStream _file = new(output);
    private readonly int[] _running = new int[KindNames.Length];
    private MachineNames _names = null!;
    private VcdSignal[] _states = [];
    private VcdSignal[] _kinds = [];
    private VcdSignal[] _interrupts = [];
    private VcdSignal _power = null!;
    private VcdSignal _energy = null!;
    private VcdSignal _task = null!;
    private VcdSignal _function = null!;
    private VcdSignal _frame = null!;
    private VcdSignal _open = null!;
    private VcdSignal _mark = null!;

    /// <inheritdoc />
    public void Begin(MachineNames names, long time)
    {
        _names = names;
        _file.Head("version", "memti");
        _file.Head("timescale", "1ps");
        _file.Open(name);
        DeclareNumbers();
        _states = DeclareAll("states", "string 1", names.Components.Take(names.Powered));
        _kinds = DeclareAll("activities", "wire 1", KindNames);
        _interrupts = DeclareAll("interrupts", "wire 1", names.Interrupts);
        _file.Close();
        _file.Begin(time);
        SetAll();
    }

    /// <inheritdoc />
    public void State(long time, int component, PowerState state)
    {
        _file.MoveTo(time);
        _file.Set(_states[component], StateNames[(int)state]);
    }

    /// <inheritdoc />
    public void Power(long time, double watts, double joules)
    {
        _file.MoveTo(time);
        _file.Set(_power, watts);
        _file.Set(_energy, joules);
    }

    /// <inheritdoc />
    public void Task(long time, int task)
    {
        _file.MoveTo(time);
        _file.Set(_task, task < 0 ? null : _names.Tasks[task]);
    }

    /// <inheritdoc />
    public void Began(long time, in ActivityRecord activity) => Run(time, activity.Kind, 1);

    /// <inheritdoc />
    public void Ended(long time, in ActivityRecord activity, bool aborted) => Run(time, activity.Kind, -1);

    /// <inheritdoc />
    public void Frame(long time, in FrameRecord frame, FrameStep step)
    {
        _file.MoveTo(time);
        if (step == FrameStep.Delivered)
            _file.Set(_frame, (ulong)frame.Index);
        _file.Set(_open, step == FrameStep.Delivered);
    }

    /// <inheritdoc />
    public void Interrupt(long time, int source, bool raised)
    {
        _file.MoveTo(time);
        _file.Set(_interrupts[source], raised);
    }

    /// <inheritdoc />
    public void Mark(long time, uint value)
    {
        _file.MoveTo(time);
        _file.Set(_mark, value);
    }

    /// <inheritdoc />
    public void Enter(long time, string function)
    {
        _file.MoveTo(time);
        _file.Set(_function, function);
    }

    /// <inheritdoc />
    public void Leave(long time, string? outer)
    {
        _file.MoveTo(time);
        _file.Set(_function, outer);
    }

    /// <inheritdoc />
    public void End(long time)
    {
        _file.MoveTo(time);
        _file.End(time);
    }

    private void DeclareNumbers()
    {
        _power = _file.Declare("real 64", "power_w");
        _energy = _file.Declare("real 64", "energy_j");
        _task = _file.Declare("string 1", "task");
        _function = _file.Declare("string 1", "function");
        _frame = _file.Declare("wire 64", "frame");
        _open = _file.Declare("wire 1", "frame_open");
        _mark = _file.Declare("wire 32", "mark");
    }

    private VcdSignal[] DeclareAll(string scope, string type, IEnumerable<string> names)
    {
        _file.Open(scope);
        VcdSignal[] signals = [.. names.Select(signal => _file.Declare(type, signal))];
        _file.Close();
        return signals;
    }

    /// <summary>What holds where nothing else is told.</summary>
    private void SetAll()
    {
        _file.Set(_power, 0.0);
        _file.Set(_energy, 0.0);
        _file.Set(_task, null);
        _file.Set(_function, null);
        _file.SetUnknown(_frame);
        _file.Set(_open, false);
        _file.SetUnknown(_mark);
        foreach (VcdSignal state in _states)
            _file.Set(state, StateNames[(int)PowerState.On]);
        foreach (VcdSignal wire in _kinds.Concat(_interrupts))
            _file.Set(wire, false);
    }

    private void Run(long time, ActivityKind kind, int change)
    {
        _file.MoveTo(time);
        _running[(int)kind] += change;
        _file.Set(_kinds[(int)kind], _running[(int)kind] > 0);
    }
}
