using Memti.Documents.Files;
using Memti.Runs.Listening;
using Memti.Runs.Profiles;
using Memti.Runs.Traces;
using Memti.Simulation.Executables;
using Memti.Simulation.Runs;
using Memti.Simulation.Traces;

namespace Memti.Runs.Running;

/// <summary>What looks into one run: a trace, a profile, or both. It changes no result.</summary>
internal sealed class RunViews : IDisposable
{
    private readonly RunRequest _request;
    private readonly TraceFile? _trace;
    private readonly ProfileRecorder? _profile;

    /// <summary>Opens what a request wants to see of a design.</summary>
    /// <param name="request">The request.</param>
    /// <param name="design">Name of the design.</param>
    /// <param name="symbols">Names of functions; null for addresses.</param>
    public RunViews(RunRequest request, string design, SymbolTable? symbols)
    {
        _request = request;
        if (request.Profile is { } profile)
            WholeFile.RequireWritable(profile.File);
        _profile = request.Profile is null ? null : new ProfileRecorder(symbols);
        _trace = request.Trace is { } trace ? new TraceFile(trace, design, symbols) : null;
    }

    /// <summary>The options of the run, with what looks into it.</summary>
    public SimulationOptions With(SimulationOptions options)
    {
        IMachineListener?[] all = [_trace?.Listener, _profile];
        IMachineListener[] there = [.. all.OfType<IMachineListener>()];
        return options with
        {
            Listener = there.Length == 1 ? there[0] : new Listeners(there),
            Trace = _trace?.Frames,
            // A profile counts every call: nothing may be skipped.
            Jump = options.Jump && _profile is null,
            SteppedFrom = _request.Trace?.Window.From ?? 0,
            SteppedUntil = _request.Trace?.Window.Until ?? 0,
        };
    }

    /// <summary>Completes the files. The run has ended, by itself or by a fault.</summary>
    public void Complete()
    {
        _trace?.Complete();
        _profile?.Write(_request.Profile!);
    }

    /// <inheritdoc />
    public void Dispose() => _trace?.Dispose();
}
