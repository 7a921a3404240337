using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Plugins.Catalog;
using Memti.Training.Checkpoints;
using Memti.Training.Evaluation;
using Memti.Training.Plans;
using Memti.Training.Reports;
using Memti.Training.Runs;
using Memti.Training.Trainers;

namespace Memti.Training.Artifacts;

/// <summary>Returns artifacts of long-running work, trained weights and scores on chips, and makes those that are missing.</summary>
/// <param name="folder">Folder for finished artifacts and checkpoints.</param>
/// <param name="watch">Progress callbacks, and the checkpoint interval.</param>
/// <param name="catalog">The loaded plugins.</param>
/// <param name="cancellationToken">Stops the work between two steps, and leaves a checkpoint.</param>
public sealed class ArtifactCache(string folder, ArtifactProgress watch, PluginCatalog catalog, CancellationToken cancellationToken)
{
    private const string Baseline = "no-faults";
    private readonly ArtifactStore _store = new(folder);

    /// <summary>Returns the weights of a training. Trains when they are missing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, memories or a plugin.</exception>
    public TrainedArtifact Train(string name, TrainingPlan plan)
    {
        RunIdentity identity = plan.Identity(catalog);
        string weights = _store.Path(name + ".safetensors");
        JsonObject? finished = _store.Read(name, identity) is { } whole && IsWhole(weights, whole) ? whole : null;
        JsonObject piece = finished ?? Make(name, weights, plan, identity);
        watch.Finished?.Invoke(name, finished is not null);
        return new TrainedArtifact(WeightSource.Read(weights), (double)piece["test_accuracy"]!, (int)piece["best_epoch"]!);
    }

    /// <summary>Returns an evaluation. Evaluates the missing chips.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, memories or a plugin.</exception>
    public FaultEvaluation Evaluate(string name, EvaluationPlan plan)
    {
        var identity = new RunIdentity([.. plan.Network.Identity, .. plan.Storage.Identity(catalog)]);
        // Chip by chip, so that an interrupted evaluation keeps its finished chips.
        ulong[] missing = [.. plan.Chips.Where(chip => _store.Read(Chip(name, chip), identity) is null)];
        bool isThere = missing.Length == 0 && _store.Read($"{name}/{Baseline}", identity) is not null;
        if (!isThere)
        {
            var keep = new Keep(trial => _store.Write(Chip(name, trial.Chip), identity, ScoreArtifact.Write(trial.Score, trial.Misread)));
            FaultEvaluation evaluation = (plan with { Chips = missing }).Run(catalog, keep, cancellationToken);
            _store.Write($"{name}/{Baseline}", identity, ScoreArtifact.Write(evaluation.Baseline, 0));
        }

        watch.Finished?.Invoke(name, isThere);
        return Assemble(name, plan, identity);
    }

    /// <summary>True when the weight file belongs to the artifact. A damaged one is made again.</summary>
    private static bool IsWhole(string weights, JsonObject piece) =>
        File.Exists(weights) && WholeFile.Sha256(WholeFile.Read(weights)) == (string?)piece[TrainingReport.WeightsKey];

    private FaultEvaluation Assemble(string name, EvaluationPlan plan, RunIdentity identity) => new(
        ScoreArtifact.Score(_store.Read($"{name}/{Baseline}", identity)!),
        [.. plan.Chips.Select(chip => Trial(chip, _store.Read(Chip(name, chip), identity)!))],
        plan.Network.Seed);

    private static TrialScore Trial(ulong chip, JsonObject piece) => new(chip, ScoreArtifact.Misread(piece), ScoreArtifact.Score(piece));

    private static string Chip(string name, ulong chip) => FormattableString.Invariant($"{name}/chip-{chip}");

    private JsonObject Make(string name, string weights, TrainingPlan plan, RunIdentity identity)
    {
        // A checkpoint of another run under this name would be refused; the identity in the name keeps them apart.
        string checkpoint = _store.Path($"{name}-{identity.Sha256[..12]}.checkpoint");
        TrainingOutcome outcome = (plan with { CheckpointFile = checkpoint, CheckpointEvery = watch.CheckpointEvery }).Run(
            catalog, watch.Training?.Invoke(name), cancellationToken);
        using GuardedTrainer trainer = (plan.Network with { Weights = new WeightSource(weights, outcome.Weights) }).Create();
        JsonObject report = TrainingReport.Of(identity, outcome);
        report["test_accuracy"] = Scoring.Score(trainer, plan.Network.Data.Test, cancellationToken).Accuracy;
        // Weights, then the report that names their hash, then the checkpoint goes: an interruption at any point can be resumed.
        WholeFile.Write(weights, outcome.Weights.Span);
        _store.Write(name, identity, report);
        File.Delete(checkpoint);
        return report;
    }

    private sealed class Keep(Action<TrialScore> keep) : IProgress<TrialScore>
    {
        public void Report(TrialScore value) => keep(value);
    }
}
