using System.Diagnostics;
using System.Globalization;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Training;
using Memti.Plugins.Adapters;
using Memti.Plugins.Adapters.Backbones;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;

namespace Memti.Benchmarks;

/// <summary>
/// Images per second of the training engines on one network, ResNet-26 with parallel adapters at 32x32 pixels: steps and scores in turns,
/// so that neighbours on the machine disturb all alike. The engine torch is measured where its plugin is named.
/// </summary>
internal static class EngineRun
{
    private const int Batch = 64, Classes = 100;

    /// <summary>Prints the table.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="folders">Folders of plugins that offer engines.</param>
    /// <param name="precisions">Those that engines of plugins compute with: bf16 takes minutes a step where the processor has no instructions for it.</param>
    /// <param name="rounds">Rounds of each measurement.</param>
    public static void Print(TextWriter output, IReadOnlyList<string> folders, IReadOnlyList<TrainingPrecision> precisions, int rounds)
    {
        using var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromMinutes(10)));
        catalog.AddFound(new PluginSearch { Paths = folders });
        foreach (var finding in catalog.Diagnostics)
            output.WriteLine(finding.Message);
        output.WriteLine($"images/s on the wall clock (of processor time), medians of {rounds} rounds, batches of {Batch}");
        output.WriteLine("| engine | width | threads | training | inference |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (double width in new[] { 1, 0.25 })
            foreach (int threads in new[] { 1, 2 })
                Measure(output, catalog, precisions, width, threads, rounds);
    }

    private static void Measure(
        TextWriter output, PluginCatalog catalog, IReadOnlyList<TrainingPrecision> precisions, double width, int threads, int rounds)
    {
        ResNet26 model = new(new ResNet26Options { Width = width, InputPx = 32 }, [new TaskRequest("noise", Classes)]);
        ImageSet images = Noise();
        TrainerRequest request = new()
        {
            Task = 0,
            Training = images,
            Threads = threads,
            Recipe = new TrainingRecipe { Batch = Batch, LearningRate = 0.01 }
        };
        List<Subject> subjects = [new("managed fp32", model.CreateTrainer(request))];
        foreach (var engine in catalog.Of(PluginContract.TrainingEngine))
            foreach (TrainingPrecision precision in precisions)
                subjects.Add(new(
                    $"{engine.Key} {(precision == TrainingPrecision.Single ? "fp32" : "bf16")}",
                    engine.Value.Create(new object())
                        .CreateTrainer(model.Graph(0), request, new EngineSettings { Precision = precision, FinalEpochs = 0 })));
        // The first two rounds warm up: code is compiled, pages are touched.
        for (int round = -2; round < rounds; round++)
            foreach (Subject subject in subjects)
                subject.Measure(images, round >= 0);
        foreach (Subject subject in subjects)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {subject.Name} | {width} | {threads} | {Rates(subject.Training)} | {Rates(subject.Inference)} |"));
            subject.Trainer.Dispose();
        }
    }

    private static string Rates(List<(double Wall, double Processor)> times) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Batch / Median(times.Select(static time => time.Wall)):0} ({Batch / Median(times.Select(static time => time.Processor)):0})");

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static ImageSet Noise()
    {
        byte[] pixels = new byte[Batch * 32 * 32 * 3];
        new Random(1).NextBytes(pixels);
        return new ImageSet("noise", Classes, 32, 32, pixels, Enumerable.Range(0, Batch).Select(static image => image % Classes).ToArray());
    }

    private sealed record Subject(string Name, ITrainer Trainer)
    {
        private readonly int[] _predictions = new int[Batch];

        public List<(double Wall, double Processor)> Training { get; } = [];

        public List<(double Wall, double Processor)> Inference { get; } = [];

        public void Measure(ImageSet images, bool counts)
        {
            (double, double) training = Timed(() => Trainer.Step()), inference = Timed(() => Trainer.Score(images, 0, _predictions));
            if (!counts)
                return;
            Training.Add(training);
            Inference.Add(inference);
        }

        private static (double Wall, double Processor) Timed(Action work)
        {
            Thread.Sleep(3); // threads of the engine before, which spin for a moment, go to sleep
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            work();
            double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
            return (wall, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }
    }
}
