using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Catalog;
using Memti.Runs.Planning;
using Memti.Runs.Sensitivity;
using Memti.Simulation.Executables;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;

namespace Memti.Runs.Running;

/// <summary>
/// Runs cases on several threads. Each has a place of its own among the results, so the order in which they end changes nothing.
/// </summary>
internal sealed class CaseRunner(PluginCatalog catalog, RunRequest request, CancellationToken cancellationToken)
{
    private const long SampleFrames = 512;

    /// <summary>The same for firmware on a processor, whose every instruction is executed.</summary>
    private const long SampleFramesOfCore = 16;

    private readonly DesignPlanner _planner = new(catalog, request.Weights);
    private readonly DesignRunner _runner = new(catalog);
    private readonly DesignRunner _heard = new(catalog) { Console = request.Console is null ? null : ConsoleOf(request) };
    private readonly ParallelOptions _parallel = new()
    {
        MaxDegreeOfParallelism = Math.Max(1, request.Threads),
        CancellationToken = cancellationToken,
    };

    private int _done;
    private int _total;

    /// <summary>Plans cases and makes their firmware, without running anything.</summary>
    /// <returns>Why some cannot run, in the order of the cases, then what their networks leave out.</returns>
    public IReadOnlyList<Diagnostic> Plan(IReadOnlyList<RunCase> cases)
    {
        var errors = new Diagnostic?[cases.Count];
        var warnings = new IReadOnlyList<Diagnostic>[cases.Count];
        Array.Fill(warnings, []);
        Parallel.For(0, cases.Count, _parallel, index => Try(
            () =>
            {
                PlannedDesign design = Planned(cases[index]);
                warnings[index] = design.Warnings;
                RequireFirmware(design);
            },
            out errors[index]));
        return [.. CaseErrors.Of(cases, errors), .. warnings.SelectMany(static found => found).Distinct()];
    }

    /// <summary>Plans cases and runs them over their whole workload.</summary>
    public CaseResults Run(IReadOnlyList<RunCase> cases) => Run(cases, static design => design, number: null);

    /// <summary>Runs cases over the start of their workload: what moved numbers are set against.</summary>
    public CaseResults Sample(IReadOnlyList<RunCase> cases) => Run(cases, Sampled, PerturbedParameter.None);

    /// <summary>Runs designs with a number moved; those in which it cannot be moved are left out.</summary>
    public IReadOnlyList<CaseResult> Move(IReadOnlyList<PerturbedCase> cases)
    {
        var results = new CaseResult?[cases.Count];
        Each(cases.Count, index => results[index] = Moved(cases[index]));
        return [.. results.OfType<CaseResult>()];
    }

    /// <summary>
    /// Runs a design under the best firmware that it can have, for each variant; where a number is moved, under that of the design as
    /// it stands.
    /// </summary>
    /// <param name="first">The design that the others are set against.</param>
    /// <param name="plain">The designs of the run, whose firmware may be tried.</param>
    public DesignResults WithBest(DesignResults first, IEnumerable<RunCase> plain)
    {
        IReadOnlyList<FirmwareCandidate> candidates = FirmwareCandidate.Of(catalog, plain.Select(static design => design.Design));
        var best = new BestFirmware(_runner, candidates, new SimulationOptions { Jump = request.Jump }, cancellationToken);
        BestFirmwareRun own = best.Of(first.Plain);
        CaseResult[] others = [.. first.All.Skip(1)];
        Parallel.For(0, others.Length, _parallel, index => others[index] = others[index] with { Best = Best(best, others[index], own) });
        return DesignResults.Of([first.Plain with { Best = own }, .. others])[0];
    }

    /// <summary>
    /// The start of a workload: enough to see what a number moves, also where the state never recurs and every frame is stepped.
    /// </summary>
    public static Workload Sample(Workload workload) => Sample(workload, SampleFrames);

    private static Workload Sample(Workload workload, long patterns)
    {
        if (workload.Streams is { } streams)
            return workload.Frames <= patterns ? workload : workload.Lasting(Math.Min(patterns, streams.MeanFrames));
        long frames = Math.Min(workload.Frames, patterns * workload.Pattern.Count);
        return workload with { Frames = frames, Deployments = [.. workload.Deployments.Where(deployment => deployment.Frame < frames)] };
    }

    /// <summary>Lines of a console with the design in front, where several designs of a run write.</summary>
    private static Action<string, string> ConsoleOf(RunRequest request) =>
        (design, line) => request.Console!(request.Designs.Count == 1 ? line : $"[{design}] {line}");

    private static BestFirmwareRun? Best(BestFirmware best, CaseResult result, BestFirmwareRun own) =>
        result.Number is null ? best.Of(result) : best.Under(result, own.Firmware);

    private static PlannedDesign Sampled(PlannedDesign design) =>
        design with
        {
            Workload = Sample(design.Workload, IsExecuted(design) ? SampleFramesOfCore : SampleFrames),
            Supply = null,
        };

    private static bool IsExecuted(PlannedDesign design) => design.Machine?.Elf is not null;

    private CaseResults Run(IReadOnlyList<RunCase> cases, Func<PlannedDesign, PlannedDesign> part, PerturbedParameter? number)
    {
        var results = new CaseResult?[cases.Count];
        var errors = new Diagnostic?[cases.Count];
        Each(cases.Count, index => Try(
            () => results[index] = new CaseResult(cases[index], Run(cases[index], part, number)) { Number = number }, out errors[index]));
        return new CaseResults([.. results.OfType<CaseResult>()], CaseErrors.Of(cases, errors));
    }

    private void Each(int count, Action<int> work)
    {
        _total += count;
        Parallel.For(0, count, _parallel, index =>
        {
            work(index);
            request.Progress?.Report(new RunProgress(Interlocked.Increment(ref _done), _total));
        });
    }

    private static void Try(Action work, out Diagnostic? error)
    {
        try
        {
            work();
            error = null;
        }
        catch (MemtiException trouble)
        {
            error = trouble.Diagnostic;
        }
    }

    /// <summary>
    /// Runs a design with a number moved in the first way that is possible and changes it; one that no way changes stays what it is, and a
    /// number that cannot be moved is left out.
    /// </summary>
    private CaseResult? Moved(PerturbedCase moved)
    {
        CaseResult? result = null;
        foreach (PerturbedDesign way in moved.Moves)
        {
            if (Moved(moved.Sample, way) is not { } tried)
                continue;
            result = tried;
            if (!ReferenceEquals(tried.Outcome, moved.Sample.Outcome) || way.Number.LogChange is not null)
                return tried;
        }

        return result;
    }

    /// <summary>A number moved in one way; null where that is refused, so that another is tried.</summary>
    private CaseResult? Moved(CaseResult sample, PerturbedDesign way)
    {
        try
        {
            var built = new BuiltDesign(sample.Outcome.Design, way.Cell);
            PlannedDesign design = _planner.Plan(way.Design, sample.Case.Seed, built, cancellationToken);
            bool same = design.IsUnmoved(built.Design);
            return sample with { Outcome = same ? sample.Outcome : Run(Sampled(design)), Number = way.Number };
        }
        catch (MemtiException)
        {
            return null;
        }
    }

    private PlannedDesign Planned(RunCase design) => _planner.Plan(design.Design, design.Seed, cancellationToken);

    private void RequireFirmware(PlannedDesign design)
    {
        if (IsExecuted(design))
            CoreRun.Load(design.Machine!);
        else
            new ComponentFactory(catalog, cancellationToken).Firmware(design.Firmware);
    }

    private DesignOutcome Run(RunCase one, Func<PlannedDesign, PlannedDesign> part, PerturbedParameter? number)
    {
        PlannedDesign design = part(Planned(one));
        return number is null && one.Variant is null ? RunPlain(design) : Run(design);
    }

    /// <summary>Runs a design as it stands over its whole workload: its console is heard, and its firmware compared with a
    /// policy.</summary>
    private DesignOutcome RunPlain(PlannedDesign design)
    {
        DesignOutcome outcome = request.Views(design.Name) ? RunViewed(design) : _heard.Run(design, OptionsOf(design), cancellationToken);
        return IsExecuted(design) ? _runner.WithManaged(outcome, OptionsOf(design), cancellationToken) : outcome;
    }

    private DesignOutcome Run(PlannedDesign design) => _runner.Run(design, OptionsOf(design), cancellationToken);

    /// <summary>Runs a design that is looked into. What there is to see is kept also when the run fails, above all then.</summary>
    private DesignOutcome RunViewed(PlannedDesign design)
    {
        SymbolTable? symbols = IsExecuted(design) ? CoreRun.Load(design.Machine!).Symbols : null;
        using var views = new RunViews(request, design.Name, design.Workload, symbols);
        DesignOutcome outcome;
        try
        {
            outcome = _heard.Run(design, views.With(OptionsOf(design)), cancellationToken);
        }
        catch (MemtiException)
        {
            Try(views.Complete, out _); // what the run failed of is said, not that little is to be seen
            throw;
        }

        views.Complete();
        return outcome with { Timeline = views.Timeline };
    }

    private SimulationOptions OptionsOf(PlannedDesign design) => new() { Jump = request.Jump, Progress = FramesOf(design) };

    private FrameProgress? FramesOf(PlannedDesign design) => request.Progress is null
        ? null
        : new FrameProgress(frames => request.Progress.Report(
            new RunProgress(Volatile.Read(ref _done), _total, design.Name, frames, design.Workload.Frames)));

    /// <summary>Passes frames on at once, on the thread of the simulation.</summary>
    private sealed class FrameProgress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
