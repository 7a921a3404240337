using System.Globalization;
using System.Text;
using Memti.Documents.Nodes;
using Memti.Runs.Listening;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>
/// Writes a line for each frame of a stream that was done or dropped in a window, as CSV (RFC 4180): when it arrived, started and was done,
/// where, and by how much it was late. Lines are in the order of ends.
/// </summary>
/// <param name="output">Receives the file.</param>
/// <param name="window">Frames that arrive in it are written.</param>
internal sealed class StreamTable(Stream output, TraceWindow window) : MachineListener, IDisposable
{
    private const string Head = "stream,frame,task,status,arrived_s,deadline_s,started_s,completed_s,latency_s,late_s,accelerator\r\n";

    private readonly StreamWriter _file = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
    private MachineNames _names = null!;

    /// <summary>True when a frame was written.</summary>
    public bool HasLines { get; private set; }

    /// <inheritdoc />
    public override void Begin(MachineNames names, IEnergyTotals totals)
    {
        _names = names;
        _file.Write(Head);
    }

    /// <inheritdoc />
    public override void Frame(Int128 time, in FrameRecord frame, FrameStep step)
    {
        if (step == FrameStep.Delivered || !window.Contains(frame.Start))
            return;
        HasLines = true;
        Int128? completed = step == FrameStep.Completed ? frame.Completed ?? time : null;
        Int128? late = completed is { } end && frame.Deadline is { } deadline ? Int128.Max(0, end - deadline) : null;
        string[] fields =
        [
            CsvText.Quote(_names.Streams[frame.Stream]),
            frame.Index.ToString(CultureInfo.InvariantCulture),
            CsvText.Quote(_names.Tasks[frame.Tasks[0]]),
            completed is null ? "dropped" : late > 0 ? "late" : "met",
            Seconds(frame.Start),
            Seconds(frame.Deadline),
            Seconds(frame.Started),
            Seconds(completed),
            Seconds(completed - frame.Start),
            Seconds(late),
            frame.Accelerator < 0 ? "" : CsvText.Quote(_names.Accelerators[frame.Accelerator]),
        ];
        _file.Write(string.Join(',', fields));
        _file.Write("\r\n");
    }

    /// <summary>Writes what is left.</summary>
    public void Stop() => _file.Flush();

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static string Seconds(Int128? picoseconds) => picoseconds is { } time ? FrameTable.Seconds(time) : "";
}
