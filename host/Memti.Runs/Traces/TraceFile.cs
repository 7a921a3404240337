using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Codes;
using Memti.Simulation.Executables;
using Memti.Simulation.Ledger;
using Memti.Simulation.Traces;

namespace Memti.Runs.Traces;

/// <summary>A trace under way. It is written aside, and has its name once it is complete.</summary>
internal sealed class TraceFile : IDisposable
{
    private readonly TraceRequest _request;
    private readonly GrowingFileStream _file;
    private readonly TraceRecorder? _recorder;
    private readonly FrameTable? _frames;
    private readonly StreamTable? _streams;

    /// <summary>Opens the file.</summary>
    /// <param name="request">The file and the window.</param>
    /// <param name="design">Name of the design.</param>
    /// <param name="symbols">Names of functions; null for addresses.</param>
    /// <param name="hasStreams">True for a workload of streams, whose frames have a table of another form.</param>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    /// <exception cref="ArgumentException">The ending of the file stands for no form.</exception>
    public TraceFile(TraceRequest request, string design, SymbolTable? symbols, bool hasStreams)
    {
        _request = request;
        _file = new GrowingFileStream(request.File);
        bool isTable = TraceRequest.FormatOf(request.File) is TraceFormat.Frames;
        if (isTable && hasStreams)
            _streams = new StreamTable(_file, request.Window);
        else if (isTable)
            _frames = new FrameTable(_file, request.Window);
        else
            _recorder = new TraceRecorder(Writer(design), request.Window, symbols);
    }

    /// <summary>Hears the run.</summary>
    public IMachineListener Listener => (IMachineListener?)_recorder ?? (IMachineListener?)_streams ?? _frames!;

    /// <summary>Receives the energy of each frame; null where nobody wants it.</summary>
    public FrameTrace? Frames => _frames is null ? null : _frames.Energy;

    /// <summary>Completes the file. The run has ended, by itself or by a fault.</summary>
    /// <exception cref="MemtiException"><see cref="RunCodes.WindowNotReached"/> or
    /// <see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public void Complete()
    {
        _recorder?.Stop();
        _frames?.Stop();
        _streams?.Stop();
        if (!(_recorder?.HasOpened ?? _streams?.HasLines ?? _frames!.HasLines))
            throw NotReached();
        _file.Complete();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _frames?.Dispose();
        _streams?.Dispose();
        _file.Dispose();
    }

    private ITraceWriter Writer(string design) => TraceRequest.FormatOf(_request.File) switch
    {
        TraceFormat.Waves => new VcdWriter(design, _file),
        TraceFormat.Timeline => new PerfettoWriter(design, _file),
        _ => throw new ArgumentException($"'{_request.File}' ends with none of {string.Join(", ", TraceRequest.Endings)}."),
    };

    private MemtiException NotReached()
    {
        FormattableString from =
            $"a trace has nothing to show: its window begins at {_request.From.Seconds} s, and the run is over by then.";
        return new MemtiException(new Diagnostic(RunCodes.WindowNotReached, FormattableString.Invariant(from)) { Key = "trace-from" });
    }
}
