using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Memti.Abstractions.Diagnostics;
using Memti.Host.Commands;
using Memti.Host.Commands.Debugging;
using Memti.Host.Commands.Explore;
using Memti.Host.Commands.Firmware;
using Memti.Host.Commands.Images;
using Memti.Host.Commands.PowerCuts;
using Memti.Host.Commands.Reports;
using Memti.Host.Commands.Sweeps;
using Memti.Host.Commands.Training;
using Memti.Host.Commands.Weights;
using Memti.Host.Isolation;
using Memti.Host.Rendering;
using Memti.Plugins.Processes;

namespace Memti.Host;

/// <summary>The <c>memti</c> command, and the one place that turns exceptions into exit codes.</summary>
internal static class MemtiCommand
{
    private static RootCommand Create() => new(
        "Simulates small neural-network systems that sleep between frames: several tasks, one accelerator, emerging memories. Accounts "
            + "for every joule and microsecond.\n"
        + "Results go to standard output, progress and findings to standard error.\n"
        + "Exit codes: 0 success, 1 findings or a failed run, 2 wrong usage, 130 cancelled.")
    {
        CommonOptions.PluginPath,
        CommonOptions.PluginTimeLimit,
        CommonOptions.PluginStack,
        CommonOptions.NoCache,
        WorkerOptions.Isolate,
        WorkerOptions.MemoryLimit,
        WorkerOptions.TimeLimit,
        RunCommand.Create(),
        SweepCommand.Create(),
        ReportCommand.Create(),
        ExploreCommand.Create(),
        SizeCommand.Create(),
        PowerCutCommand.Create(),
        ValidateCommand.Create(),
        SchemaCommand.Create(),
        PluginsCommand.Create(),
        DescribeCommand.Create(),
        ArrayCommand.Create(),
        CacheCommand.Create(),
        CellsCommand.Create(),
        NetworksCommand.Create(NetworkExportCommand.Create(), NetworkBackboneCommand.Create()),
        DataCommand.Create(),
        ImportCellCommand.Create(),
        TrainCommand.CreatePretrain(),
        TrainCommand.CreateTrain(),
        RetrainCommand.Create(),
        EvaluateCommand.Create(),
        ExperimentCommand.Create(),
        WeightsCommand.Create(),
        ImageCommand.Create(),
        FirmwareCommand.Create(),
        DebugCommand.Create(),
        CompletionCommand.Create(),
    };

    public static async Task<int> RunAsync(string[] words)
    {
        ConsoleWriter.Install();
        RootCommand root = Create();
        try
        {
            ParseResult command = root.Parse(words);
            if (WorkerOptions.LimitsOf(command) is { } limits)
                return WorkerCommand.Run(words, limits);
            using HostSession? studies = StudyCommands.AreMeant(command) ? StudyCommands.AddTo(root, command) : null;
            int exitCode = await InvokeAsync(studies is null ? command : root.Parse(words)).ConfigureAwait(false);
            return exitCode == ExitCode.Done && HostProcess.HasFailures ? ExitCode.Findings : exitCode;
        }
        catch (MemtiException error)
        {
            await Console.Error.WriteLineAsync(error.Diagnostic.ToString()).ConfigureAwait(false);
            return ExitCode.Findings;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("memti: cancelled").ConfigureAwait(false);
            return ExitCode.Cancelled;
        }
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync(new Diagnostic(CommandCodes.InternalError, $"{error}").ToString()).ConfigureAwait(false);
            return ExitCode.Findings;
        }
    }

    private static async Task<int> InvokeAsync(ParseResult command)
    {
        if (command.Action is ParseErrorAction)
            return Refuse(command, command.Errors.Select(static error => error.Message));
        if (EmptyWordOf(command) is { } name)
            return Refuse(command, [$"'{name}' is empty; write its value, or leave it out."]);
        if (WorkerOptions.LimitWithoutWorker(command) is { } limit)
            return Refuse(command, [$"'{limit}' is a limit of the worker process; permitted: together with --isolate."]);
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TrainingSession.TerminationTimeout(command),
        };
        return await command.InvokeAsync(configuration).ConfigureAwait(false);
    }

    // A shell variable that is not set leaves an empty word. No argument and no option of Memti means anything by it.
    private static string? EmptyWordOf(ParseResult command) => command.CommandResult.Children
        .Where(static part => part.Tokens.Any(static token => token.Value.Length == 0))
        .Select(static part => part is OptionResult { Option.Name: var option } ? option : ((ArgumentResult)part).Argument.Name)
        .FirstOrDefault();

    private static int Refuse(ParseResult command, IEnumerable<string> errors)
    {
        DiagnosticPrinter.Print(Console.Error, errors.Select(static error => new Diagnostic(DiagnosticCode.BadOption, error)));
        Console.Error.WriteLine($"Try: memti{PathOf(command.CommandResult.Command)} --help");
        return ExitCode.Usage;
    }

    /// <summary>Names on the path to a command, each after a space.</summary>
    private static string PathOf(Command command) => command is RootCommand
        ? ""
        : string.Concat(command.Parents.OfType<Command>().Select(PathOf)) + " " + command.Name;
}
