using System.CommandLine;
using System.CommandLine.Parsing;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Running;
using Memti.Runs.Sweeps.Shards;
using Memti.Training.Plans;

namespace Memti.Host.Commands.Sweeps;

/// <summary><c>memti sweep</c>: runs every point of a study.</summary>
internal static class SweepCommand
{
    private static readonly Argument<string> Study = new("study")
    {
        Description = "Study file (*.yaml). See docs/sweeps.md, and memti schema --study for your editor.",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Folder for results.csv, results.parquet and the store of points. The same command resumes from its contents. "
            + "[default: the file with .results]",
        HelpName = "FOLDER",
    };

    private static readonly Option<int> Threads = new KeyOption<int>(
        new DocumentKey<int>(
            "threads", "Number of points run in parallel. The result is the same for any number", 1, TrainingLimits.MostThreads)
        {
            Fallback = Environment.ProcessorCount,
        },
        "-t");

    private static readonly Option<Shard?> ShardOption = new("--shard")
    {
        Description = "Run one part of the points into the folder of --output, for schedulers: --shard 7/40. A finished part does nothing. "
            + "memti sweep merge puts the parts together.",
        HelpName = "NUMBER/COUNT",
        CustomParser = static result => ParseShard(result),
    };

    public static Command Create()
    {
        var command = new Command(
            "sweep",
            "Run a scenario or an experiment at every point of a study: axes over any of its keys, every combination or a sample. Writes "
                + "a table with a row for each point and design, prints the Pareto front and crossings, and resumes where it stopped.\n"
            + "Example:\n"
            + "  memti sweep samples/studies/figure3.yaml -o out")
        {
            Study, Output, Threads, SweepResults.JsonPoints, PngOption.Flag, ShardOption, UncertaintyOption.Flag,
            SweepMergeCommand.Create(),
        };
        foreach (Option option in SlurmOptions.All)
            command.Add(option);
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string file = parsed.GetRequiredValue(Study);
        SweepStudy? study = SweepReader.ReadFile(file, out IReadOnlyList<Diagnostic> findings);
        if (DiagnosticPrinter.Print(Console.Error, findings) || study is null)
            return ExitCode.Findings;
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        using var progress = new SweepLine(Console.Error);
        var request = new SweepRequest
        {
            Study = UncertaintyOption.Apply(parsed, study),
            Folder = parsed.GetValue(Output) ?? SweepResults.FolderOf(file),
            Threads = parsed.GetValue(Threads),
            Progress = progress,
            Shard = parsed.GetValue(ShardOption),
        };
        var run = StudyRun.Of(session);
        if (request.Shard is not null)
            return DiagnosticPrinter.Print(Console.Error, run.RunShard(request, cancellationToken)) ? ExitCode.Findings : session.ExitCode;
        if (parsed.GetValue(SlurmOptions.Use))
            return new SlurmSweep(parsed, run, request, cancellationToken).Run() ? session.ExitCode : ExitCode.Findings;
        SweepOutcome outcome = run.Run(request, cancellationToken);
        progress.Dispose();
        return SweepResults.Save(outcome, request.Folder, parsed, cancellationToken) ? session.ExitCode : ExitCode.Findings;
    }

    private static Shard? ParseShard(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Shard.Parse(text) is { } shard)
            return shard;
        result.AddError($"--shard is '{text}'; permitted: {Shard.Form}.");
        return null;
    }
}
