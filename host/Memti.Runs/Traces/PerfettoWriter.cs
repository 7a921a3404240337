using System.Globalization;
using Memti.Abstractions.Parameters;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>
/// Writes a window for ui.perfetto.dev. Perfetto counts nanoseconds: times round to the nearest, and what happens within one keeps its
/// order.
/// </summary>
/// <param name="name">Name of the design.</param>
/// <param name="output">Receives the file.</param>
internal sealed class PerfettoWriter(string name, Stream output) : ITraceWriter
{
    private static readonly string[] StateNames = [.. new EnumWords(typeof(PowerState)).All];
    private static readonly string[] KindNames = [.. new EnumWords(typeof(ActivityKind)).All];

    private readonly PerfettoStream _file = new(output);
    private readonly HashSet<ulong> _open = [];
    private MachineNames _names = null!;
    private string[,] _slices = new string[0, 0];
    private PerfettoLanes _work = null!;
    private PerfettoLanes _transfers = null!;
    private ulong[] _states = [];
    private ulong[] _interrupts = [];
    private ulong _raised;
    private ulong _power;
    private ulong _energy;
    private ulong _frames;
    private ulong _task;
    private ulong _marks;
    private ulong _functions;
    private int _depth;

    /// <inheritdoc />
    public void Begin(MachineNames names, long time)
    {
        _names = names;
        _slices = SlicesOf(names);
        _file.Begin();
        ulong machine = _file.AddTrack(name, parent: 0);
        _power = _file.AddTrack("power", machine, "W");
        _energy = _file.AddTrack("energy", machine, "J");
        _frames = _file.AddTrack("frames", machine);
        _task = _file.AddTrack("task", machine);
        (_, _states) = AddGroup("states", machine, names.Components.Take(names.Powered));
        ulong activities = _file.AddTrack("activities", machine);
        _work = new PerfettoLanes(_file, "work", activities);
        _transfers = new PerfettoLanes(_file, "transfers", activities);
        if (names.Interrupts.Count > 0)
            (_raised, _interrupts) = AddGroup("interrupts", machine, names.Interrupts);
        _marks = _file.AddTrack("marks", machine);
        _functions = names.Core < 0 ? 0 : _file.AddTrack("functions", machine);
    }

    /// <inheritdoc />
    public void State(long time, int component, PowerState state) => Follow(time, _states[component], StateNames[(int)state]);

    /// <inheritdoc />
    public void Power(long time, double watts, double joules)
    {
        _file.WriteValue(Nanoseconds(time), _power, watts);
        _file.WriteValue(Nanoseconds(time), _energy, joules);
    }

    /// <inheritdoc />
    public void Task(long time, int task) => Follow(time, _task, task < 0 ? null : _names.Tasks[task]);

    /// <inheritdoc />
    public void Began(long time, in ActivityRecord activity) =>
        LanesOf(activity).Begin(Nanoseconds(time), activity.Number, _slices[(int)activity.Kind, activity.Task + 1], activity.Bits);

    /// <inheritdoc />
    public void Ended(long time, in ActivityRecord activity, bool aborted)
    {
        LanesOf(activity).End(Nanoseconds(time), activity.Number);
        if (aborted)
            _file.Write(PerfettoEvent.Instant, Nanoseconds(time), _marks, "aborted");
    }

    /// <inheritdoc />
    public void Frame(long time, in FrameRecord frame, FrameStep step)
    {
        Follow(time, _frames, null);
        string text = string.Create(CultureInfo.InvariantCulture, $"frame {frame.Index}");
        if (step == FrameStep.Delivered && _open.Add(_frames))
            _file.WriteOnce(PerfettoEvent.SliceBegin, Nanoseconds(time), _frames, text);
        if (step == FrameStep.Skipped)
            _file.WriteOnce(PerfettoEvent.Instant, Nanoseconds(time), _frames, text + " skipped");
        if (step == FrameStep.Completed && time > frame.Deadline)
            _file.WriteOnce(PerfettoEvent.Instant, Nanoseconds(time), _frames, text + " late");
    }

    /// <inheritdoc />
    public void Interrupt(long time, int source, bool raised)
    {
        Follow(time, _interrupts[source], raised ? "raised" : null);
        if (raised)
            _file.Write(PerfettoEvent.Instant, Nanoseconds(time), _raised, _names.Interrupts[source]);
    }

    /// <inheritdoc />
    public void Mark(long time, uint value) => _file.WriteOnce(
        PerfettoEvent.Instant, Nanoseconds(time), _marks, string.Create(CultureInfo.InvariantCulture, $"mark {value}"));

    /// <inheritdoc />
    public void Enter(long time, string function)
    {
        _file.Write(PerfettoEvent.SliceBegin, Nanoseconds(time), _functions, function);
        _depth++;
    }

    /// <inheritdoc />
    public void Leave(long time, string? outer)
    {
        _file.WriteEnd(Nanoseconds(time), _functions);
        _depth--;
    }

    /// <inheritdoc />
    public void End(long time)
    {
        while (_depth > 0)
            Leave(time, null);
        _work.End(Nanoseconds(time));
        _transfers.End(Nanoseconds(time));
        foreach (ulong track in _open.Order())
            _file.WriteEnd(Nanoseconds(time), track);
        _file.End();
    }

    private static string[,] SlicesOf(MachineNames names)
    {
        var slices = new string[KindNames.Length, names.Tasks.Count + 1];
        for (int kind = 0; kind < KindNames.Length; kind++)
        {
            slices[kind, 0] = KindNames[kind];
            for (int task = 0; task < names.Tasks.Count; task++)
                slices[kind, task + 1] = $"{KindNames[kind]} {names.Tasks[task]}";
        }

        return slices;
    }

    private static ulong Nanoseconds(long picoseconds) => ((ulong)picoseconds + 500) / 1000;

    private (ulong Group, ulong[] Tracks) AddGroup(string group, ulong machine, IEnumerable<string> names)
    {
        ulong parent = _file.AddTrack(group, machine);
        return (parent, [.. names.Select(track => _file.AddTrack(track, parent))]);
    }

    private PerfettoLanes LanesOf(in ActivityRecord activity) => activity.Kind switch
    {
        // An inference moves bits too, but it is no transfer: what it does lies beside those that run under it.
        ActivityKind.Inference or ActivityKind.Layer or ActivityKind.WakeUp => _work,
        _ => _transfers,
    };

    /// <summary>Ends what a track holds, and begins another slice; null for none.</summary>
    private void Follow(long time, ulong track, string? slice)
    {
        if (_open.Remove(track))
            _file.WriteEnd(Nanoseconds(time), track);
        if (slice is null)
            return;
        _file.Write(PerfettoEvent.SliceBegin, Nanoseconds(time), track, slice);
        _open.Add(track);
    }
}
