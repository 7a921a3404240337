using Memti.Documents.Files;
using Memti.Runs.Listening;
using Memti.Runs.Profiles;
using Memti.Runs.Timelines;
using Memti.Runs.Traces;
using Memti.Simulation.Executables;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;

namespace Memti.Runs.Running;

/// <summary>What looks into one run: a trace, a profile, the timeline of a frame, or several of them. It changes no result.</summary>
internal sealed class RunViews : IDisposable
{
    private readonly RunRequest _request;
    private readonly TraceFile? _trace;
    private readonly ProfileRecorder? _profile;
    private readonly TimelineWriter? _timeline;
    private readonly TraceRecorder? _frame;
    private readonly TraceWindow _window;

    /// <summary>Opens what a request wants to see of a design.</summary>
    /// <param name="request">The request.</param>
    /// <param name="design">Name of the design.</param>
    /// <param name="workload">Its workload.</param>
    /// <param name="symbols">Names of functions; null for addresses.</param>
    public RunViews(RunRequest request, string design, Workload workload, SymbolTable? symbols)
    {
        _request = request;
        if (request.Timeline is { } timeline)
        {
            _window = WindowOf(timeline.Frame, workload);
            _timeline = new TimelineWriter();
            _frame = new TraceRecorder(_timeline, _window, symbols) { WantsCalls = false };
        }

        if (!request.WritesOf(design))
            return;
        if (request.Profile is { } profile)
            WholeFile.RequireWritable(profile.File);
        _profile = request.Profile is null ? null : new ProfileRecorder(symbols);
        if (request.Trace is { } trace)
            (_trace, _window) = (new TraceFile(trace, design, symbols, workload.Streams is not null), trace.Window);
    }

    /// <summary>The frame that was asked for; null when nobody asked, or the run ended before it.</summary>
    public FrameTimeline? Timeline => _frame?.HasOpened == true ? _timeline!.Of(_request.Timeline!.Frame) : null;

    /// <summary>The options of the run, with what looks into it.</summary>
    public SimulationOptions With(SimulationOptions options)
    {
        IMachineListener?[] all = [_trace?.Listener, _profile, _frame];
        IMachineListener[] there = [.. all.OfType<IMachineListener>()];
        return options with
        {
            Listener = there.Length == 1 ? there[0] : new Listeners(there),
            Trace = _trace?.Frames,
            // A profile counts every call: nothing may be skipped.
            Jump = options.Jump && _profile is null,
            SteppedFrom = _window.From,
            SteppedUntil = _window.Until,
        };
    }

    /// <summary>Completes the files. The run has ended, by itself or by a fault.</summary>
    public void Complete()
    {
        _frame?.Stop();
        _trace?.Complete();
        _profile?.Write(_request.Profile!);
    }

    /// <inheritdoc />
    public void Dispose() => _trace?.Dispose();

    // Traces tell moments in 64 bits: 106 days.
    private static TraceWindow WindowOf(long frame, Workload workload) =>
        new(Int128.Min(workload.StartOf(frame), long.MaxValue), Int128.Min(workload.StartOf(frame + 1), long.MaxValue));
}
