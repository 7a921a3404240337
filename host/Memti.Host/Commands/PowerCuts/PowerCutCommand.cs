using System.CommandLine;
using System.CommandLine.Parsing;
using Memti.Abstractions.Units;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Runs.PowerCuts;
using Memti.Training.Plans;

namespace Memti.Host.Commands.PowerCuts;

/// <summary><c>memti powercut</c>: cuts the power of firmware at every write to non-volatile memory.</summary>
internal static class PowerCutCommand
{
    private static readonly Argument<string> Scenario = ScenarioArgument.File();
    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    private static readonly Option<string[]> Designs = ScenarioArgument.Design(
        "A design whose firmware is an ELF file, or a policy that writes bytes of a memory with 'at'. May be given more than once. "
            + "[default: all ELF files, and all policies where there is none]");

    private static readonly Option<long> Cuts = new KeyOption<long>(
        new DocumentKey<long>(
            "cuts", "Most moments of writes to try in each design, and most of activities. Up to it every moment is tried, above it one of "
                + "each stratum",
            1,
            100_000_000)
        {
            Fallback = 10_000,
        });

    private static readonly Option<CutPoint?> Only = new("--only")
    {
        Description = "Try this cut alone and print its timeline: 17:3:before:own (write 17, pulse 3, before its verify, each cell at a "
            + "point of its own), 17:3:between:together, 17:after, activity:5.",
        HelpName = "CUT",
        CustomParser = static result => Parse(result, "--only", CutPoint.Parse, CutPoint.Form),
    };

    private static readonly Option<double> Dark = new KeyOption<double>(
        new DocumentKey<double>("dark-ms", "Time without power after each cut; frames that come meanwhile are missed", 0, 1e9)
        {
            Unit = "ms",
            Fallback = 1,
        });

    private static readonly Option<IgnoredRange[]> Ignore = new("--ignore")
    {
        Description = "Bytes that may differ from the run without a cut, such as a counter of starts: --ignore store:0x40:4. May be given "
            + "more than once.",
        HelpName = "MEMORY:OFFSET:BYTES",
        CustomParser = static result => [.. result.Tokens
            .Select(token => Parse(result, "--ignore", token.Value, IgnoredRange.Parse(token.Value), IgnoredRange.Form))
            .OfType<IgnoredRange>()],
    };

    private static readonly Option<int> Threads = new KeyOption<int>(
        new DocumentKey<int>("threads", "Cuts tried in parallel. The result is the same for any number", 1, TrainingLimits.MostThreads)
        {
            Fallback = Environment.ProcessorCount,
        },
        "-t");

    private static readonly Option<string> Format = FormatOption.TableJsonCsv();

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "File for the result. [default: standard output]",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command(
            "powercut",
            "Cut the power of firmware at every write of a word to non-volatile memory and at every pulse of it, switch on again, run to "
                + "the end, and compare the non-volatile memories with those of a run without a cut, bit by bit:\n"
            + "  recovered   the same bytes\n"
            + "  detected    firmware reports a failure, takes an exception that nobody handles, or never ends\n"
            + "  silent      other bytes, and nobody notices: a finding, and exit code 1\n"
            + "Prints the first cut that fails, with a command that repeats it and a timeline. Examples:\n"
            + "  memti powercut samples/powercut/powercut.memti.yaml --design two-slot --cuts 500\n"
            + "  memti powercut samples/powercut/powercut.memti.yaml --design naive --cuts 500     # exits with 1\n"
            + "docs/powercut.md says how a torn word is read.")
        {
            Scenario, Set, Designs, Cuts, Only, Dark, Ignore, Threads, Format, Output,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        using var progress = new ProgressLine(Console.Error);
        PowerCutOutcome outcome = new PowerCutStudy(session.Catalog).Run(Request(parsed, progress), cancellationToken);
        progress.Clear();
        if (outcome.Report is { } report)
            OutputFile.Write(parsed.GetValue(Output), Text(report, parsed), Console.Out);
        bool errors = DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        return errors || outcome.Report is null ? ExitCode.Findings : session.ExitCode;
    }

    private static PowerCutRequest Request(ParseResult parsed, IProgress<CutProgress> progress) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(Scenario),
        Overrides = parsed.GetValue(Set) ?? [],
        Designs = parsed.GetValue(Designs) ?? [],
        MostCuts = parsed.GetValue(Cuts),
        Only = parsed.GetValue(Only),
        Dark = SimTime.FromMilliseconds(parsed.GetValue(Dark)),
        Ignored = parsed.GetValue(Ignore) ?? [],
        Threads = parsed.GetValue(Threads),
        Progress = progress,
    };

    private static string Text(PowerCutReport report, ParseResult parsed) => parsed.GetValue(Format) switch
    {
        "json" => PowerCutJson.Render(report),
        "csv" => PowerCutCsv.Render(report),
        _ => PowerCutText.Render(
            report, parsed.GetValue(Set) ?? [], parsed.GetValue(CommonOptions.PluginPath) ?? []),
    };

    private static T? Parse<T>(ArgumentResult result, string option, Func<string, T?> read, string form) =>
        Parse(result, option, result.Tokens[0].Value, read(result.Tokens[0].Value), form);

    private static T? Parse<T>(ArgumentResult result, string option, string text, T? value, string form)
    {
        if (value is null)
            result.AddError($"{option} is '{text}'; permitted: {form}.");
        return value;
    }
}
