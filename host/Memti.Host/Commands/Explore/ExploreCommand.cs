using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Parameters;
using Memti.Pages.Studies;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Sweeps.Queries;
using Memti.Runs.Sweeps.Results;

namespace Memti.Host.Commands.Explore;

/// <summary><c>memti explore</c>: serves the results of a sweep to a browser of this machine.</summary>
internal static class ExploreCommand
{
    private const int UsualPort = 8713;

    private static readonly Argument<string> Results = new("results")
    {
        Description = "Folder of the results of a sweep, or its results.parquet.",
    };

    private static readonly Option<int?> Port = new KeyOption<int?>(
        new DocumentKey<int?>("port", "Port on 127.0.0.1", 1, 65535) { DefaultWords = "the first free one from 8713 on" });

    public static Command Create()
    {
        var command = new Command(
            "explore",
            "Serve the results of a sweep as a page on this machine alone: filter, sort, front, compare two points field by field, for "
                + "millions of rows. Ctrl+C ends it. See docs/reports.md.\n"
            + "Example:\n"
            + "  memti explore out")
        {
            Results, Port,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetRequiredValue(Results);
        string file = ResultsFile.Find(path) ?? throw new MemtiException(
            new Diagnostic(SweepCodes.BadResults, $"there are no results of a sweep: no {ResultsFile.Name}.") { File = path });
        SweepResult result = ResultsFile.Read(file);
        var queries = new TableQueries(result);
        string page = StudyPage.ToExplore(result, queries, CommandWords.Of(parsed));
        using ExploreServer server = ExploreServer.Open(page, new ExploreAnswers(result, queries), parsed.GetValue(Port), UsualPort);
        Console.Out.WriteLine(server.Address);
        Console.Error.WriteLine("Ctrl+C ends it.");
        server.Run(cancellationToken);
        return ExitCode.Done;
    }
}
