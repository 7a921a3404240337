using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Randomness;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;
using Memti.Training.Datasets;
using Memti.Training.Plans;
using Memti.Training.Runs;
using Memti.Training.Trainers;

namespace Memti.Training.Tests;

/// <summary>A third party's model, shipped memories and a drawn task. Host and plugins meet only in the contract.</summary>
internal static class Bench
{
    private static readonly Lazy<PluginCatalog> Loaded = new(static () =>
    {
        var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)));
        catalog.AddFound(new PluginSearch { Paths = [Path.Combine(AppContext.BaseDirectory, "test-plugins")] });
        catalog.Diagnostics.ShouldBeEmpty();
        return catalog;
    });

    private static readonly Lazy<Dataset> Drawn =
        new(static () => Dataset.Create("quarters", Quarters("train", 80), Quarters("validation", 40), Quarters("test", 90)));

    public static PluginCatalog Catalog => Loaded.Value;

    public static Dataset Data => Drawn.Value;

    public static TrainingRecipe Recipe => new() { Epochs = 4, Batch = 16, LearningRate = 0.05, CropPadding = 1 };

    public static NetworkPlan Network =>
        new(new TrainableKind(Catalog, Model("hello-trainable", "grid=4", "features=16")), Data) { Seed = 7 };

    public static TrainingPlan FromScratch => new(Network, Recipe, TrainedPart.Everything);

    public static ComponentSpec Rram(params string[] options) => Bind(PluginContract.Memory, "rram", options);

    public static ComponentSpec Model(string kind, params string[] options) => Bind(PluginContract.Model, kind, options);

    public static ComponentSpec Bind(PluginContract category, string kind, string[] options) => Bind(Catalog, category, kind, options);

    public static ComponentSpec Bind(PluginCatalog catalog, PluginContract category, string kind, string[] options) =>
        ComponentText.Bind(new CatalogKinds(catalog), category, kind, "--set", options, out IReadOnlyList<Diagnostic> findings)
            .ShouldNotBeNull(string.Join('\n', findings));

    public static TrainingOutcome Train(TrainingPlan plan) => plan.Run(Catalog, null, CancellationToken.None);

    /// <summary>Trains until a step is done, as by Ctrl+C.</summary>
    public static void Interrupt(TrainingPlan plan, int steps)
    {
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => plan.Run(Catalog, new AfterSteps(steps, source), source.Token));
    }

    /// <summary>Which of three quarters of an image is the brightest, under a noise that hides some of it.</summary>
    private static ImageSet Quarters(string part, int images)
    {
        const int Side = 8;
        var random = Philox.Named(1, part);
        byte[] pixels = new byte[images * Side * Side * ImageSet.Channels];
        for (int place = 0; place < pixels.Length; place++)
        {
            (int image, int within) = Math.DivRem(place, Side * Side * ImageSet.Channels);
            int quarter = (within / ImageSet.Channels / Side * 2 / Side * 2) + (within / ImageSet.Channels % Side * 2 / Side);
            uint noise = random.Block((uint)image, (uint)quarter, 0, 0).Item1 % 81;
            pixels[place] = (byte)(80 + noise + (quarter == image % 3 ? 50 : 0));
        }

        return new ImageSet(part, 3, Side, Side, pixels, Enumerable.Range(0, images).Select(static image => image % 3).ToArray());
    }

    private sealed class AfterSteps(int steps, CancellationTokenSource source) : IProgress<TrainingProgress>
    {
        private int _seen;

        public void Report(TrainingProgress value)
        {
            if (++_seen == steps)
                source.Cancel();
        }
    }
}
