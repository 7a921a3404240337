using System.CommandLine;
using Memti.Arrays;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Plugins.Catalog;
using Memti.Plugins.Conformance;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;

namespace Memti.Host.Commands;

/// <summary><c>memti plugins check</c>: checks memories against the conformance laws.</summary>
internal static class PluginsCheckCommand
{
    private static readonly Argument<string?> Place = new("path")
    {
        Description = "A plugin's assembly or cell file, its folder, or a folder of such folders. [default: the plugins installed with "
            + "the executable]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Format = FormatOption.TableJson();

    private static readonly Option<double?> TimeLimit = new KeyOption<double?>(new DocumentKey<double?>(
        "timeout_s",
        "Time limit of one call into a plugin. A call that takes longer breaks the law under test",
        CommonOptions.ShortestTimeLimit,
        CommonOptions.LongestTimeLimit)
    {
        Unit = "seconds",
        DefaultWords = "--plugin-time-limit",
    });

    public static Command Create()
    {
        var command = new Command("check", Description) { Place, Format, TimeLimit };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Check(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static string Description =>
        "Check memory technologies, your own or the included ones, against the laws of all memories. Exit code 0: all laws that apply "
            + "hold; 1: a law is broken.\n"
        + "Name the plugins that a plugin depends on with --plugin-path. The laws:\n"
        + string.Join('\n', MemoryLaws.All.Select(static law => $"  {law.Name}: {law.Statement}"));

    private static int Check(ParseResult parsed, CancellationToken cancellationToken)
    {
        string? place = parsed.GetValue(Place);
        string[] others = parsed.GetValue(CommonOptions.PluginPath) ?? [];
        // A plugin may use shipped cells although it is loaded without the shipped plugins.
        CellCatalog cells = CellCatalog.Find(PluginSearch.BesideExecutable(place is null ? others : [place, .. others]));
        using var progress = new ProgressLine(Console.Error);
        PluginGuard guard = CommonOptions.Guard(parsed, parsed.GetValue(TimeLimit));
        var check = new ConformanceCheck(() => Load(parsed, guard, place, cancellationToken), new ArraySolver(cells.Cell))
        {
            Progress = progress,
        };
        ConformanceReport report = check.Run(place, cancellationToken);
        progress.Clear();
        Console.Out.Write(parsed.GetValue(Format) == "json" ? ConformanceJson.Render(report) : ConformanceTable.Render(report));
        return report.Passed ? ExitCode.Done : ExitCode.Findings;
    }

    /// <summary>Loads the plugin under check with only the plugins that the user names, so that an older installed copy does not
    /// interfere.</summary>
    private static PluginCatalog Load(ParseResult parsed, PluginGuard guard, string? place, CancellationToken cancellationToken)
    {
        string[] others = parsed.GetValue(CommonOptions.PluginPath) ?? [];
        PluginSearch search = place is null ? PluginSearch.BesideExecutable(others) : new PluginSearch { Paths = [place, .. others] };
        return HostSession.Load(parsed, guard, search, isUnloadable: true, cancellationToken);
    }
}
