using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Commands.Sweeps;
using Memti.Host.Rendering;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Sweeps.Running;

namespace Memti.Host.Commands.Reports;

/// <summary>The results of a study for its page: points that the folder of its results lacks are run.</summary>
internal static class StudyReport
{
    /// <summary>Where results are.</summary>
    public static Option<string?> Results { get; } = new("--results")
    {
        Description = "Folder of the results of a study, as --output of memti sweep. Points that it lacks are run. "
            + "[default: the file with .results]",
        HelpName = "FOLDER",
    };

    /// <summary>Runs what is missing.</summary>
    /// <param name="session">Plugins and cells.</param>
    /// <param name="file">The study.</param>
    /// <param name="parsed">The command.</param>
    /// <param name="threads">Points that run at one time.</param>
    /// <param name="cancellationToken">Stops the runs.</param>
    /// <returns>The results; null, with findings printed, where there are none.</returns>
    public static SweepResult? Of(
        HostSession session, string file, ParseResult parsed, int threads, CancellationToken cancellationToken)
    {
        SweepStudy? study = SweepReader.ReadFile(file, out IReadOnlyList<Diagnostic> findings);
        if (DiagnosticPrinter.Print(Console.Error, findings) || study is null)
            return null;
        using var progress = new SweepLine(Console.Error);
        SweepOutcome outcome = StudyRun.Of(session).Run(
            new SweepRequest
            {
                Study = UncertaintyOption.Apply(parsed, study),
                Folder = parsed.GetValue(Results) ?? SweepResults.FolderOf(file),
                Threads = threads,
                Progress = progress,
            },
            cancellationToken);
        progress.Dispose();
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        return outcome.Result;
    }
}
