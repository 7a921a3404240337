using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Rendering;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Running;
using Memti.Runs.Sweeps.Shards;

namespace Memti.Host.Commands.Sweeps;

/// <summary><c>memti sweep merge</c>: puts the shards of a study together.</summary>
internal static class SweepMergeCommand
{
    private static readonly Argument<string> Parts = new("parts") { Description = "Folder of the shards, the --output of --shard." };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Folder for results.csv and results.parquet. [default: the folder of the shards]",
        HelpName = "FOLDER",
    };

    public static Command Create()
    {
        var command = new Command(
            "merge",
            "Put the shards of a study together. Gives the same bytes as one process without shards, or says which shards are missing.")
        {
            Parts, Output, SweepResults.JsonPoints, PngOption.Flag, UncertaintyOption.Flag,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string folder = parsed.GetRequiredValue(Parts);
        if (PartsFolder.Read(folder) is not { } about)
            return Refuse(new Diagnostic(SweepCodes.PartsOfOtherStudy, "the folder has no shards: it has no study.json that can be read.")
            {
                File = folder,
            });
        SweepStudy? study = SweepReader.ReadFile(
            Path.GetRelativePath(".", Path.Combine(folder, about.Study)), out IReadOnlyList<Diagnostic> findings);
        if (DiagnosticPrinter.Print(Console.Error, findings) || study is null)
            return ExitCode.Findings;
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        SweepOutcome outcome = StudyRun.Of(session)
            .Merge(UncertaintyOption.Apply(parsed, study), folder, about.Shards, cancellationToken);
        return SweepResults.Save(outcome, parsed.GetValue(Output) ?? folder, parsed, cancellationToken)
            ? session.ExitCode
            : ExitCode.Findings;
    }

    private static int Refuse(Diagnostic finding)
    {
        DiagnosticPrinter.Print(Console.Error, [finding]);
        return ExitCode.Findings;
    }
}
