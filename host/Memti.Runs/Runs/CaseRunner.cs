using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Loading;
using Memti.Scenarios.Designs;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;

namespace Memti.Runs.Runs;

/// <summary>Does the tasks of a run on several threads. Each task writes its own result, so the order in which they end changes nothing.</summary>
internal sealed class CaseRunner(PluginCatalog catalog, RunRequest request, CancellationToken cancellationToken)
{
    private const long SampleFrames = 512;

    private readonly DesignPlanner _planner = new(catalog, request.Weights);
    private readonly DesignRunner _runner = new(catalog.Guard);
    private int _done;

    public void Do(IReadOnlyList<RunCase> tasks)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = cancellationToken };
        Parallel.For(0, tasks.Count, options, index =>
        {
            Do(tasks[index], tasks.Count);
            request.Progress?.Report(new RunProgress(Interlocked.Increment(ref _done), tasks.Count));
        });
    }

    /// <summary>
    /// Runs the first design under the best firmware that it can have, for each variant; where a number is moved, under that of the
    /// design as it stands.
    /// </summary>
    public void FindBaselines(IReadOnlyList<RunCase> tasks)
    {
        RunCase[] first = [.. tasks.Where(task => task.Design.Name == tasks[0].Design.Name && task.Outcome is not null)];
        IEnumerable<DesignScenario> designs = tasks.Where(static task => task.IsPlain).Select(static task => task.Design);
        IReadOnlyList<FirmwareCandidate> candidates = FirmwareCandidate.Of(catalog, designs, cancellationToken);
        var best = new BestFirmware(_runner, candidates, new SimulationOptions { Jump = request.Jump }, cancellationToken);
        FirmwareCandidate firmware = (tasks[0].Best = best.Of(tasks[0])).Firmware;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = cancellationToken };
        Parallel.ForEach(first.Skip(1), options, task => task.Best = task.Number is null ? best.Of(task) : best.Under(task, firmware));
    }

    /// <summary>Plans tasks and makes their firmware, without running anything.</summary>
    public void Plan(IReadOnlyList<RunCase> tasks)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, request.Threads), CancellationToken = cancellationToken };
        Parallel.ForEach(tasks, options, task => Try(task, () => _planner.Plan(task.Design, task.Seed, cancellationToken).CreateFirmware()));
    }

    private void Do(RunCase task, int total)
    {
        if (task.Still is null)
            Try(task, () => task.Outcome = Run(task, _planner.Plan(task.Design, task.Seed, cancellationToken), total));
        else if (task.Still.Outcome is { } still)
            Move(task, still, total);
    }

    private static void Try(RunCase task, Action work)
    {
        try
        {
            work();
        }
        catch (MemtiException error)
        {
            task.Fault = error.Diagnostic;
        }
    }

    /// <summary>
    /// Runs a design with a number moved in the first way that is possible and changes it; one that no way changes stays what it is, and a number
    /// that cannot be moved is not a fault.
    /// </summary>
    private void Move(RunCase task, DesignOutcome still, int total)
    {
        foreach (PerturbedDesign moved in task.Moves)
        {
            try
            {
                var built = new BuiltDesign(still.Design, moved.Cell);
                PlannedDesign design = _planner.Plan(moved.Design, task.Seed, built, cancellationToken);
                bool changed = !design.IsUnmoved(still.Design);
                (task.Outcome, task.Number) = (changed ? Run(task, design, total) : still, moved.Number);
                if (changed || moved.Number.LogChange is not null)
                    return;
            }
            catch (MemtiException)
            {
                // Refused this way: the other is tried.
            }
        }
    }

    private DesignOutcome Run(RunCase task, PlannedDesign design, int total)
    {
        if (task.Number is not null)
            design = design with { Workload = Sample(design.Workload) };
        return _runner.Run(design, new SimulationOptions { Jump = request.Jump, Progress = FramesOf(task, total) }, cancellationToken);
    }

    /// <summary>The start of a workload: enough to see what a number moves, also where the state never recurs and every frame is stepped.</summary>
    public static Workload Sample(Workload workload)
    {
        long frames = Math.Min(workload.Frames, SampleFrames * workload.Pattern.Count);
        return workload with { Frames = frames, Deployments = [.. workload.Deployments.Where(deployment => deployment.Frame < frames)] };
    }

    private FrameProgress? FramesOf(RunCase task, int total) => request.Progress is null
        ? null
        : new FrameProgress(frames => request.Progress.Report(
            new RunProgress(Volatile.Read(ref _done), total, task.Design.Name, frames, task.Design.Workload.Frames)));

    /// <summary>What is wrong with the tasks, in their order; a variant is not blamed for what its design is refused for already.</summary>
    public static IReadOnlyList<Diagnostic> Faults(IReadOnlyList<RunCase> tasks) =>
    [
        .. tasks.Where(static task => task.Fault is not null)
            .DistinctBy(static task => (task.Design.Name, task.Fault!.Message))
            .Select(static task => Describe(task, task.Fault!)),
    ];

    private static Diagnostic Describe(RunCase task, Diagnostic fault)
    {
        string variant = task.Variant is null ? "" : $", variant '{task.Variant.Name}'";
        return fault with
        {
            File = fault.File ?? task.Design.Place.File,
            Line = fault.File is null ? task.Design.Place.Line : fault.Line,
            Column = fault.File is null ? task.Design.Place.Column : fault.Column,
            Message = $"design '{task.Design.Name}'{variant}: {fault.Message}",
        };
    }

    /// <summary>Passes frames on at once, on the thread of the simulation.</summary>
    private sealed class FrameProgress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
