using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Host.Rendering;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Running;
using Memti.Runs.Sweeps.Slurm;

namespace Memti.Host.Commands.Sweeps;

/// <summary>A sweep as a job array: pilot, scripts, submission, and waiting for the merge.</summary>
internal sealed class SlurmSweep(ParseResult parsed, SweepRun run, SweepRequest request, CancellationToken cancellationToken)
{
    private const int PilotPoints = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Runs it.</summary>
    /// <returns>False, with findings printed, when there are no results and will be none.</returns>
    public bool Run()
    {
        int most = parsed.GetValue(SlurmOptions.NoSubmit) ? SlurmMost() : SlurmClient.MostTasks(cancellationToken);
        if (Pilot(most) is not { } job)
            return false;
        (string array, string merge) = Write(job);
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"slurm: {job.Shards} tasks of {job.Threads} threads; scripts {array} and {merge}"));
        return parsed.GetValue(SlurmOptions.NoSubmit) || Submit(job, array, merge);
    }

    // Without Slurm at hand a script keeps to Slurm's own default.
    private static int SlurmMost() => 1000;

    private SlurmJob? Pilot(int most)
    {
        var watch = Stopwatch.StartNew();
        int? points = run.RunPilot(request, PilotPoints, out IReadOnlyList<Diagnostic> findings, cancellationToken);
        DiagnosticPrinter.Print(Console.Error, findings);
        if (points is not { } count)
            return null;
        double perPoint = watch.Elapsed.TotalSeconds / Math.Min(count, PilotPoints);
        return new SlurmJob
        {
            Memti = [.. Words(), .. (parsed.GetValue(CommonOptions.PluginPath) ?? []).SelectMany(static path =>
                (string[])["--plugin-path", Path.GetFullPath(path)])],
            Study = Path.GetFullPath(request.Study.File),
            Parts = Path.GetFullPath(request.Folder),
            Name = request.Study.Name,
            Shards = SlurmJob.ShardsFor(count, perPoint, most),
            Threads = request.Threads,
            StudyOptions = Given(UncertaintyOption.Flag),
            ResultOptions = Given(SweepResults.JsonPoints, PngOption.Flag),
            Partition = parsed.GetValue(SlurmOptions.Partition),
            Options = parsed.GetValue(SlurmOptions.Lines) ?? [],
        };
    }

    private string[] Given(params Option<bool>[] options) => [.. options.Where(parsed.GetValue).Select(static option => option.Name)];

    /// <summary>The words that started this process: an executable, or dotnet with an assembly.</summary>
    private static IEnumerable<string> Words()
    {
        string process = Environment.ProcessPath!;
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? [process, Path.GetFullPath(Environment.GetCommandLineArgs()[0])]
            : [process];
    }

    private static (string Array, string Merge) Write(SlurmJob job)
    {
        WholeFile.MakeFolder(Path.Combine(job.Parts, "logs"));
        string array = Path.Combine(job.Parts, "sweep.sbatch"), merge = Path.Combine(job.Parts, "merge.sbatch");
        WholeFile.Write(array, Encoding.UTF8.GetBytes(SlurmScript.OfArray(job)));
        WholeFile.Write(merge, Encoding.UTF8.GetBytes(SlurmScript.OfMerge(job)));
        return (array, merge);
    }

    private bool Submit(SlurmJob job, string array, string merge)
    {
        // What lies there of an earlier sweep must not pass for what this one gives.
        foreach (string result in (string[])["results.csv", "results.parquet"])
            WholeFile.Delete(Path.Combine(job.Parts, result));
        string tasks = SlurmClient.Submit(array, after: null, cancellationToken);
        string last = SlurmClient.Submit(merge, after: tasks, cancellationToken);
        Console.Error.WriteLine($"slurm: job {tasks}, then {last}, which merges into {job.Parts}");
        return parsed.GetValue(SlurmOptions.NoWait) || Follow(job, [tasks, last]);
    }

    private bool Follow(SlurmJob job, string[] jobs)
    {
        string shown = "";
        for (IReadOnlyList<string> states = States(jobs); states.Count > 0; states = States(jobs))
        {
            string line = string.Join(", ", states.CountBy(static state => state).OrderBy(static one => one.Key, StringComparer.Ordinal)
                .Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Value} {one.Key.ToLowerInvariant()}")));
            if (line != shown)
                Console.Error.WriteLine($"slurm: {line}");
            shown = line;
            cancellationToken.WaitHandle.WaitOne(Pause);
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (File.Exists(Path.Combine(job.Parts, "results.csv")))
            return true;
        DiagnosticPrinter.Print(Console.Error, [new Diagnostic(
            SweepCodes.SlurmFailed,
            $"the jobs have ended without results; their logs are in {Path.Combine(job.Parts, "logs")}, and `memti sweep merge` says "
                + "what is missing.")
        {
            File = job.Parts,
        }]);
        return false;
    }

    private IReadOnlyList<string> States(string[] jobs) => SlurmClient.States(jobs, cancellationToken);
}
