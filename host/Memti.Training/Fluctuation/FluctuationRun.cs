using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Training.Artifacts;
using Memti.Training.Plans;
using Memti.Training.Statistics;

namespace Memti.Training.Fluctuation;

/// <summary>Trains and reads the networks of a study. Finished artifacts are kept by the cache.</summary>
/// <param name="study">What is compared.</param>
/// <param name="pieces">Makes and keeps the artifacts.</param>
/// <param name="catalog">The loaded plugins.</param>
public sealed class FluctuationRun(FluctuationStudy study, ArtifactCache pieces, PluginCatalog catalog)
{
    private readonly List<FluctuationRow> _rows = [];
    private readonly List<(string Task, SampleSummary Accuracy)> _clean = [];
    private CellReads? _reads;

    /// <summary>Runs one task.</summary>
    /// <param name="task">Name of the task.</param>
    /// <param name="network">Its network without weights, or with a backbone to start from; the seed is the study's.</param>
    /// <exception cref="OperationCanceledException">The token of the cache was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, cells or a plugin.</exception>
    public void Add(string task, NetworkPlan network)
    {
        ArgumentNullException.ThrowIfNull(network);
        TaskDescription description = network.Describe();
        CellReads reads = _reads ??= CellReads.Of(study, description.SharedParameters + description.TaskParameterCount, catalog);
        // A model that cannot do it is refused before minutes of training, not after them.
        (network with { Backbone = null, Fluctuation = RecipeOf(FluctuationTechnique.Plain, reads) }).Create().Dispose();
        List<double> clean = [];
        foreach (int seed in study.Seeds)
            clean.Add(Seed(task, seed, network with { Seed = (ulong)seed }, reads));
        _clean.Add((task, SampleSummary.Of(clean)));
    }

    /// <summary>The results of all tasks.</summary>
    /// <param name="name">Name of the experiment.</param>
    public FluctuationResult Result(string name) => new(name, study, _reads!, _clean, _rows);

    /// <summary>Runs one seed; returns the accuracy of its starting network.</summary>
    private double Seed(string task, int seed, NetworkPlan network, CellReads reads)
    {
        string folder = FormattableString.Invariant($"{task}/seed-{seed}");
        TrainedArtifact start = pieces.Train($"{folder}/start", new TrainingPlan(network, study.Start, TrainedPart.Everything));
        // Everything lies in the file of the start: the backbone has done its work.
        NetworkPlan started = network with { Backbone = null, Weights = start.Weights };
        Dictionary<string, NetworkPlan> trained = new(StringComparer.Ordinal);
        foreach (FluctuationTechnique technique in study.Techniques)
        {
            FluctuationRecipe fluctuation = RecipeOf(technique, reads);
            if (!trained.TryGetValue(technique.Weights, out NetworkPlan? net))
            {
                FluctuationRecipe learnt = technique.Trains ? fluctuation : RecipeOf(FluctuationTechnique.Plain, reads);
                TrainedArtifact piece = pieces.Train(
                    $"{folder}/{technique.Weights}",
                    new TrainingPlan(started, study.Recipe with { Fluctuation = learnt }, TrainedPart.Everything));
                trained[technique.Weights] = net = started with { Weights = piece.Weights, Fluctuation = learnt };
            }

            foreach (double level in study.ReadLevels)
                _rows.Add(new FluctuationRow(task, technique, seed, level, pieces.Evaluate(
                    FormattableString.Invariant($"{folder}/{technique.Name}-read-{level:R}"),
                    new ReadingPlan(net, ReadingOf(technique, reads, level), study.Draws))));
        }

        return start.TestAccuracy;
    }

    private FluctuationRecipe RecipeOf(FluctuationTechnique technique, CellReads reads) => new()
    {
        InputBits = study.InputBits,
        Amplitude = technique.Trains ? reads.Fluctuation.Amplitude : 0,
        Exponent = reads.Fluctuation.Exponent,
        Decomposed = technique.Decomposes,
        Correlation = reads.Correlation,
        EnergyWeight = technique.SavesEnergy ? study.EnergyWeight : 0,
    };

    private static FluctuationReading ReadingOf(FluctuationTechnique technique, CellReads reads, double level) => new()
    {
        Amplitude = reads.Fluctuation.Amplitude,
        Exponent = reads.Fluctuation.Exponent,
        LevelFactor = level,
        Decomposed = technique.Decomposes,
        Correlation = reads.Correlation,
    };
}
