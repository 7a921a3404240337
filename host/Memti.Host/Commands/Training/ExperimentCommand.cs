using System.CommandLine;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Host.Rendering.Training;
using Memti.Runs.Planning;
using Memti.Training.Artifacts;
using Memti.Training.Experiments;
using Memti.Training.Fluctuation;

namespace Memti.Host.Commands.Training;

/// <summary><c>memti experiment</c>: runs an experiment file and prints its table of tasks by storage variants.</summary>
internal static class ExperimentCommand
{
    private static readonly Argument<string> Document = new("file")
    {
        Description = "Experiment file (*.yaml). See docs/training.md, and memti schema --experiment for your editor."
    };
    private static readonly Option<string?> DataFolder = new("--data-folder")
    {
        Description = "Folder for relative data paths in the file; replaces its data_folder.",
        HelpName = "FOLDER"
    };
    private static readonly Option<string?> Results = new("--results", "-r")
    {
        Description = "Folder for finished parts, the CSV and the chart. The same command resumes from its contents. [default: the "
            + "file with .results]",
        HelpName = "FOLDER"
    };
    private static readonly Option<string?> Engine = new("--engine")
    {
        Description = "What computes, in place of what the file says: managed, or a training engine of a plugin, such as torch.",
        HelpName = "NAME"
    };
    private static readonly Option<string> Format = FormatOption.TableJsonCsv();
    private static readonly Option<int> Threads = new KeyOption<int>(TrainingKeys.Threads, "-t");
    private static readonly Option<double> Every = new KeyOption<double>(TrainingKeys.CheckpointEvery);

    public static Command Create()
    {
        var command = new Command(
            "experiment",
            "Train, store and retrain all tasks of an experiment file. Prints a table with mean, deviation, worst, interval and paired "
                + "test, and writes results.csv and results.svg. A file with a section fluctuation compares techniques against fluctuating "
                + "reads instead: accuracy against energy, over seeds.\n"
            + "Examples:\n"
            + "  memti experiment samples/experiments/embedded.yaml --results out\n"
            + "  memti experiment samples/experiments/fluctuation.yaml --results reads") {
                Document,
                DataFolder,
                Results,
                Engine,
                PngOption.Flag,
                Format,
                Threads,
                Every
            };
        command.SetAction(static (parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), CancellationToken.None));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var session = new TrainingSession(parsed, cancellationToken);
        string file = parsed.GetRequiredValue(Document);
        Experiment? experiment = ExperimentReader.ReadFile(file, new CatalogKinds(session.Catalog), out IReadOnlyList<Diagnostic> findings);
        if (!TrainingSession.Accept(findings) || experiment is null)
            return ExitCode.Findings;
        if (parsed.GetValue(Engine) is { } engine)
            experiment = experiment.OnEngine(engine) ?? throw NoChoice(experiment.Model.Kind, engine);
        using var progress = new ExperimentLine(Console.Error);
        string results = parsed.GetValue(Results) ?? Path.ChangeExtension(file, ".results");
        using FolderLock held = FolderLock.Take(
            results, () => Console.Error.WriteLine($"another run writes into '{results}'; waiting for its end"), cancellationToken);
        Leftovers.Sweep(results, below: true);
        var request = new ExperimentRequest(experiment, results)
        {
            DataFolder = parsed.GetValue(DataFolder),
            Threads = parsed.GetValue(Threads),
            Watch = new ArtifactProgress
            {
                CheckpointEvery = TimeSpan.FromSeconds(parsed.GetValue(Every)),
                Training = progress.Begin,
                Noticed = progress.Find,
                Finished = progress.Finish,
            },
        };
        string format = parsed.GetRequiredValue(Format);
        Console.Out.Write(experiment.Fluctuation is null
            ? Compare(request, session, format, out string[] drawings, cancellationToken)
            : Fluctuate(request, session, format, out drawings, cancellationToken));
        if (parsed.GetValue(PngOption.Flag))
            PngOption.Paint(drawings.Select(name => Path.Combine(results, name)), cancellationToken);
        return session.ExitCode;
    }

    private static string Compare(
        ExperimentRequest request, TrainingSession session, string format, out string[] drawings, CancellationToken cancellationToken)
    {
        ExperimentResult result = ExperimentRun.Run(request, session.Catalog, cancellationToken);
        drawings = Save(result, new ArtifactStore(request.ResultsFolder));
        return ExperimentText.Render(result, format);
    }

    private static string Fluctuate(
        ExperimentRequest request, TrainingSession session, string format, out string[] drawings, CancellationToken cancellationToken)
    {
        FluctuationResult result = ExperimentRun.Fluctuate(request, session.Catalog, cancellationToken);
        drawings = Save(result, new ArtifactStore(request.ResultsFolder));
        return FluctuationText.Render(result, format);
    }

    private static MemtiException NoChoice(string model, string engine) => new(
        new Diagnostic(DiagnosticCode.BadOption, $"'--engine' is {engine}, and model '{model}' has no choice of engines; leave it out.")
        {
            Key = "--engine",
            Value = engine,
        });

    private static string[] Save(FluctuationResult result, ArtifactStore store)
    {
        store.WriteText("results.csv", FluctuationCsv.Write(result));
        store.WriteText("summary.csv", FluctuationCsv.WriteSummary(result));
        store.WriteText("results.json", FluctuationText.Render(result, "json"));
        foreach ((string task, _) in result.Clean)
            store.WriteText(DrawingOf(task), FluctuationChart.Of(result, task).Draw());
        store.CleanUp();
        return [.. result.Clean.Select(static one => DrawingOf(one.Task))];

        static string DrawingOf(string task) => $"results-{task}.svg";
    }

    private static string[] Save(ExperimentResult result, ArtifactStore store)
    {
        const string Drawing = "results.svg";
        store.WriteText("results.csv", ExperimentCsv.Write(result));
        store.WriteText("results.json", ExperimentText.Render(result, "json"));
        store.WriteText(Drawing, AccuracyChart.Of(result).Draw());
        store.CleanUp();
        return [Drawing];
    }
}
