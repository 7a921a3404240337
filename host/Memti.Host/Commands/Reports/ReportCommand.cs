using System.CommandLine;
using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Charts;
using Memti.Documents.Parameters;
using Memti.Host.Commands.Images;
using Memti.Host.Commands.Sweeps;
using Memti.Host.Rendering;
using Memti.Pages.Manifests;
using Memti.Pages.Reports;
using Memti.Pages.Studies;
using Memti.Runs;
using Memti.Runs.Charts;
using Memti.Runs.Codes;
using Memti.Runs.Deployments;
using Memti.Runs.Reports;
using Memti.Runs.Running;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Timelines;
using Memti.Training.Plans;
using Memti.WeightImages.Checks;
using Memti.WeightImages.Manifests;

namespace Memti.Host.Commands.Reports;

/// <summary><c>memti report</c>: writes a page, or one chart, of a scenario, a study or of weight images.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> Source = new("source")
    {
        Description = "Scenario file (*.memti.yaml), study file (*.yaml), folder of the results of a sweep, or manifest of weight images "
            + "(*.json) or its folder.",
    };

    private static readonly Option<string[]> Set = ScenarioArgument.Set();

    private static readonly Option<string[]> Design = ScenarioArgument.Design(
        "Report only this design, and the first design of the file, with which saved energy is compared. May be given more than once.");

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output: FILE.html, or with --chart FILE.svg or FILE.png. A failure "
            + "leaves no partial file.",
        HelpName = "FILE",
    };

    private static readonly WordOption<ReportChart?> OneChart = WordOption.Maybe<ReportChart>("--chart");

    private static readonly Option<int> Width = new KeyOption<int>(
        new DocumentKey<int>("width", "Width of --chart", Chart.LeastWidth, 4000) { Unit = "pixels", Fallback = ChartFormat.UsualWidth });

    /// <summary>Beyond it no time of a frame fits into 128 bits.</summary>
    private const long MostFrame = 1_000_000_000_000_000;

    private static readonly Option<long> Frame = new KeyOption<long>(
        new DocumentKey<long>("frame", "Frame whose timeline is shown; 0 is the first, which loads all parameters", 0, MostFrame)
        {
            Fallback = TimelineRequest.Usual,
        });

    private static readonly Option<int> Threads = new KeyOption<int>(
        new DocumentKey<int>(
            "threads", "Number of designs simulated in parallel. The result is the same for any number", 1, TrainingLimits.MostThreads)
        {
            Fallback = Environment.ProcessorCount,
        },
        "-t");

    private static readonly Option<bool> NoSensitivity = new("--no-sensitivity")
    {
        Description = "Do not look for the numbers that results rest on. Faster, but results have no status and no sources.",
    };

    private static readonly Option<string?> Weights = new("--weights", "-w")
    {
        Description = "Manifest of weight images (weights.manifest.json) to deploy in designs that run their network.",
        HelpName = "MANIFEST",
    };

    public static Command Create()
    {
        OneChart.Description = "Draw one chart instead of a page: as SVG, or as PNG where --output says FILE.png.";
        var command = new Command(
            "report",
            "Write a report as one HTML file that needs no network: figures with status and sources, charts, the timeline of a frame, "
                + "memories, provenance. See docs/reports.md.\n"
            + "Examples:\n"
            + "  memti report samples/scenarios/memti-paper.memti.yaml -o report.html\n"
            + "  memti report samples/scenarios/memti-paper.memti.yaml --chart energy -o energy.svg\n"
            + "  memti report samples/studies/figure3.yaml -o figure3.html\n"
            + "  memti report out/weights.manifest.json -o weights.html")
        {
            Source, Set, Design, Output, OneChart, Width, Frame, Threads, NoSensitivity, Weights,
            StudyReport.Results, UncertaintyOption.Flag,
        };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        string source = parsed.GetRequiredValue(Source);
        if (ResultsFile.Find(source) is { } results)
            return Write(parsed, StudyPage.Of(ResultsFile.Read(results), CommandWords.Of(parsed)), ExitCode.Done);
        if (ImageFileReader.IsSet(source))
        {
            WeightManifest manifest = ManifestFile.Read(ManifestPath.Of(source));
            return Write(parsed, ManifestPage.Of(manifest, CommandWords.Of(parsed)), ExitCode.Done);
        }

        using HostSession session = HostSession.Open(parsed, cancellationToken);
        if (SweepReader.IsStudy(source))
            return StudyReport.Of(session, source, parsed, parsed.GetValue(Threads), cancellationToken) is { } study
                ? Write(parsed, StudyPage.Of(study, CommandWords.Of(parsed)), session.ExitCode)
                : ExitCode.Findings;
        using var progress = new ProgressLine(Console.Error);
        RunOutcome outcome = new RunPipeline(session.Catalog).Run(Request(parsed, progress), cancellationToken);
        progress.Clear();
        DiagnosticPrinter.Print(Console.Error, outcome.Findings);
        if (outcome.Report is not { } report)
            return ExitCode.Findings;
        string text = Render(report, parsed);
        if (parsed.GetValue(OneChart) is null || parsed.GetValue(Output) is not { } file || !PngPainter.Is(file))
            return Write(parsed, text, session.ExitCode);
        PngPainter.Paint(file, text, cancellationToken);
        return session.ExitCode;
    }

    private static int Write(ParseResult parsed, string page, int exitCode)
    {
        OutputFile.Write(parsed.GetValue(Output), page, Console.Out);
        return exitCode;
    }

    private static RunRequest Request(ParseResult parsed, ProgressLine progress) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(Source),
        Overrides = parsed.GetValue(Set) ?? [],
        Designs = parsed.GetValue(Design) ?? [],
        Threads = parsed.GetValue(Threads),
        Sensitivity = !parsed.GetValue(NoSensitivity),
        Weights = parsed.GetValue(Weights) is { } manifest ? DeployedWeights.Load(manifest) : null,
        Timeline = new TimelineRequest(parsed.GetValue(Frame)),
        Progress = progress,
        Console = progress.Say,
    };

    private static string Render(RunReport report, ParseResult parsed)
    {
        if (report.Designs.All(static design => design.Timeline is null))
            throw NotReached(parsed.GetValue(Frame));
        if (parsed.GetValue(OneChart) is not { } chart)
            return RunPage.Of(report, CommandWords.Of(parsed));
        return ReportCharts.Of(report, chart)?.Draw(new ChartFormat { Width = parsed.GetValue(Width) }) ?? throw NothingToDraw(chart);
    }

    private static MemtiException NotReached(long frame) => new(
        new Diagnostic(RunCodes.WindowNotReached, $"the run is over before frame {frame.ToString(CultureInfo.InvariantCulture)}.")
        {
            Key = "frame",
        });

    private static MemtiException NothingToDraw(ReportChart chart) => new(
        new Diagnostic(
            RunCodes.NothingToDraw,
            chart == ReportChart.Lifetime
                ? "no memory of these designs wears or fades, so there is no lifetime to draw."
                : "no uncertain number moves the energy of these designs, or --no-sensitivity did not look for one.")
        {
            Key = "chart",
        });
}
