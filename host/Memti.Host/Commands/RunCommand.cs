using System.CommandLine;
using System.Globalization;
using Memti.Documents.Parameters;
using Memti.Host.Rendering;
using Memti.Runs;
using Memti.Runs.Deployments;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Training.Plans;

namespace Memti.Host.Commands;

/// <summary><c>memti run</c>: simulates a scenario and prints its report.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Scenario = ScenarioArgument.File();
    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    private static readonly Option<string[]> Design =
        ScenarioArgument.Design(
            "Run only this design, and the first design of the file, with which saved energy is compared. May be given more than once.");

    private static readonly Option<long?> Seed = new KeyOption<long?>(
        new DocumentKey<long?>("seed", "Seed of all random streams; replaces the scenario's seed", 0, long.MaxValue));

    private static readonly Option<string> Format = FormatOption.TableJsonCsv();

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the result to this file instead of standard output. A failure leaves no partial file.",
        HelpName = "FILE",
    };

    private static readonly Option<int> Threads = new KeyOption<int>(
        new DocumentKey<int>(
            "threads", "Number of designs simulated in parallel. The result is the same for any number", 1, TrainingLimits.MostThreads)
        {
            Fallback = Environment.ProcessorCount,
        },
        "-t");

    private static readonly Option<bool> NoJump = new("--no-jump")
    {
        Description = "Simulate every frame, even after the state repeats. The result is the same but takes longer.",
    };

    private static readonly Option<bool> NoSensitivity = new("--no-sensitivity")
    {
        Description = "Do not move calibrated and default numbers to find the results that rest on them. Faster, but results have no "
            + "status.",
    };

    private static readonly Option<bool> ExplainTime = new("--explain-time")
    {
        Description = "Also print where the time of an inference goes, layer by layer: binding resource, stalls, buffer split, traffic "
            + "of each memory, first fill and drain (table and json). Best with --design.",
    };

    private static readonly Option<string?> Weights = new("--weights", "-w")
    {
        Description = "Manifest of weight images (weights.manifest.json) to deploy in designs that run their network. Every file is "
            + "verified first. Sizes, reloads and accuracy are those of the images.",
        HelpName = "MANIFEST",
    };

    public static Command Create()
    {
        var command = new Command(
            "run",
            "Simulate a scenario: power, frame rate, area, energy and lifetime of each design, next to published figures if the "
                + "scenario has them.")
        {
            Scenario, Set, Design, Seed, Format, Output, Threads, NoJump, NoSensitivity, ExplainTime, Weights,
        };
        foreach (Option view in RunViewOptions.All)
            command.Add(view);
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using HostSession session = HostSession.Open(parsed, cancellationToken);
        using var progress = new ProgressLine(Console.Error);
        RunOutcome outcome = new RunPipeline(session.Catalog).Run(Request(parsed, progress), cancellationToken);
        progress.Clear();
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Report is not { } report)
            return ExitCode.Findings;
        OutputFile.Write(parsed.GetValue(Output), Render(report, parsed.GetValue(Format)), Console.Out);
        return session.ExitCode;
    }

    private static RunRequest Request(ParseResult parsed, ProgressLine progress) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(Scenario),
        Overrides = Overrides(parsed),
        Designs = parsed.GetValue(Design) ?? [],
        Threads = parsed.GetValue(Threads),
        Jump = !parsed.GetValue(NoJump),
        Sensitivity = !parsed.GetValue(NoSensitivity),
        ExplainTime = parsed.GetValue(ExplainTime),
        Weights = parsed.GetValue(Weights) is { } manifest ? DeployedWeights.Load(manifest) : null,
        Trace = RunViewOptions.TraceOf(parsed),
        Profile = RunViewOptions.ProfileOf(parsed),
        Progress = progress,
        Console = progress.Say,
    };

    private static string[] Overrides(ParseResult parsed)
    {
        string[] set = parsed.GetValue(Set) ?? [];
        // After the other overrides, because the last one wins.
        return parsed.GetValue(Seed) is { } seed ? [.. set, "seed=" + seed.ToString(CultureInfo.InvariantCulture)] : set;
    }

    private static string Render(RunReport report, string? format) => format switch
    {
        "json" => ReportJson.Render(report),
        "csv" => ReportCsv.Render(report),
        _ => ReportTable.Render(report),
    };
}
