using System.Globalization;
using System.Text;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Runs.Listening;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>
/// Writes a line for each frame of a window as CSV (RFC 4180): when, how late, how long and how much energy, by component and by cause. The
/// energy of a frame is that from its delivery to the next one. What is spent before the first frame has a line of its own, of frame -1.
/// </summary>
/// <param name="output">Receives the file.</param>
/// <param name="window">Frames that are delivered in it are written.</param>
internal sealed class FrameTable(Stream output, TraceWindow window) : MachineListener, IDisposable
{
    private static readonly IReadOnlyList<string> Causes = new EnumWords(typeof(EnergyCause)).All;

    private readonly StreamWriter _file = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
    private readonly Queue<FrameRecord> _missed = [];
    private MachineNames _names = null!;
    private Int128[] _components = [];
    private Int128[] _causes = [];
    private FrameRecord? _frame;
    private Int128? _delivered;
    private Int128? _completed;

    /// <summary>True when a frame was written.</summary>
    public bool HasLines { get; private set; }

    /// <inheritdoc />
    public override void Begin(MachineNames names, IEnergyTotals totals)
    {
        _names = names;
        (_components, _causes) = (new Int128[names.Powered], new Int128[Causes.Count]);
        string[] head =
        [
            "frame", "status", "start_s", "delivered_s", "completed_s", "busy_s", "late_s", "tasks", "energy_j",
            .. names.Components.Take(names.Powered).Select(static component => CsvText.Quote($"component_{component}_j")),
            .. Causes.Select(static cause => $"cause_{cause}_j"),
        ];
        _file.Write(string.Join(',', head) + "\r\n");
    }

    /// <inheritdoc />
    public override void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
        if (step == FrameStep.Delivered)
            (_frame, _delivered, _completed) = (frame, time, null);
        else if (step == FrameStep.Completed)
            _completed = time;
        else if (frame.Index != _frame?.Index)
            _missed.Enqueue(frame);
    }

    /// <summary>Takes the energy of a frame, before the next one is delivered.</summary>
    public void Energy(long frame, ReadOnlySpan<EnergyPosting> postings)
    {
        Array.Clear(_components);
        Array.Clear(_causes);
        foreach (ref readonly EnergyPosting posting in postings)
        {
            _components[posting.Component] += posting.Rontojoules;
            _causes[(int)posting.Cause] += posting.Rontojoules;
        }

        if (frame < 0 && window.From == 0)
            WriteLine("-1", "start", "", "", "", "", "", "", withEnergy: true);
        else if (_frame is { } record && record.Index == frame && window.Contains(_delivered!.Value))
            Write(record, _delivered.Value);
        _frame = null;
        WriteMissed();
    }

    /// <summary>Writes what is left. A frame whose energy did not come, because the run failed, has no line.</summary>
    public void Stop()
    {
        WriteMissed();
        _file.Flush();
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <summary>Picoseconds as seconds, with all digits.</summary>
    internal static string Seconds(Int128 picoseconds)
    {
        (Int128 seconds, Int128 rest) = Int128.DivRem(picoseconds, 1_000_000_000_000);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds}.{rest:D12}");
    }

    private static string Joules(Int128 rontojoules) => ((double)rontojoules * 1e-27).ToString("G15", CultureInfo.InvariantCulture);

    private void WriteMissed()
    {
        while (_missed.TryDequeue(out FrameRecord frame))
        {
            if (window.Contains(frame.Start))
                WriteLine(Number(frame.Index), "missed", Seconds(frame.Start), "", "", "", "", TasksOf(frame), withEnergy: false);
        }
    }

    private void Write(in FrameRecord frame, Int128 delivered)
    {
        Int128 late = _completed is { } end && frame.Deadline is { } deadline ? Int128.Max(0, end - deadline) : 0;
        WriteLine(
            Number(frame.Index),
            _completed is null ? "dropped" : late > 0 ? "late" : "met",
            Seconds(frame.Start),
            Seconds(delivered),
            _completed is { } done ? Seconds(done) : "",
            _completed is { } ended ? Seconds(ended - delivered) : "",
            _completed is null ? "" : Seconds(late),
            TasksOf(frame),
            withEnergy: true);
    }

    private void WriteLine(
        string frame,
        string status,
        string start,
        string delivered,
        string completed,
        string busy,
        string late,
        string tasks,
        bool withEnergy)
    {
        HasLines = true;
        Int128 total = 0;
        foreach (Int128 energy in _components)
            total += energy;
        IEnumerable<string> energies = _components.Concat(_causes).Prepend(total).Select(energy => withEnergy ? Joules(energy) : "");
        _file.Write(string.Join(',', [frame, status, start, delivered, completed, busy, late, CsvText.Quote(tasks), .. energies]));
        _file.Write("\r\n");
    }

    private string TasksOf(in FrameRecord frame) => string.Join(' ', frame.Tasks.Select(task => _names.Tasks[task]));

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
