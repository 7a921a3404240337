using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Json;
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
/// <param name="byContent">True to name artifacts by what they depend on, false by the names of the callers.</param>
/// <param name="cancellationToken">Stops the work between two steps, and leaves a checkpoint.</param>
public sealed class ArtifactCache(
    string folder, ArtifactProgress watch, PluginCatalog catalog, bool byContent, CancellationToken cancellationToken)
{
    private const string Baseline = "no-faults";
    private readonly ArtifactStore _store = new(folder, watch.Noticed);

    /// <summary>Returns the weights of a training. Trains when they are missing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, memories or a plugin.</exception>
    public TrainedArtifact Train(string name, TrainingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RunIdentity identity = plan.Identity(catalog);
        string stored = StoredName("trained", name, identity), weights = _store.Path(stored + ".safetensors");
        Finished? finished = _store.Read(stored, identity, piece => Finished.Read(piece, plan.Recipe.Epochs));
        bool wasThere = finished is not null && IsWhole(weights, finished);
        if (!wasThere)
            finished = Make(name, stored, weights, plan, identity);
        watch.Finished?.Invoke(name, wasThere);
        return new TrainedArtifact(WeightSource.Read(weights), finished!.TestAccuracy, finished.BestEpoch);
    }

    /// <summary>Returns an evaluation. Evaluates the missing chips.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, memories or a plugin.</exception>
    public FaultEvaluation Evaluate(string name, EvaluationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var identity = new RunIdentity([.. plan.Network.Identity, .. plan.Storage.Identity(catalog)]);
        int images = plan.Network.Data.Test.Count;
        string stored = StoredName("scores", name, identity);
        // Chip by chip, so that an interrupted evaluation keeps its finished chips.
        Dictionary<ulong, TrialScore> trials = [];
        foreach (ulong chip in plan.Chips)
            if (Read(Chip(stored, chip), identity, images) is { } score)
                trials[chip] = new TrialScore(chip, score.Misread, score.Score);
        ImageScore? baseline = Read($"{stored}/{Baseline}", identity, images)?.Score;
        bool isThere = baseline is not null && trials.Count == plan.Chips.Distinct().Count();
        if (!isThere)
        {
            var keep = new Keep(trial =>
            {
                trials[trial.Chip] = trial;
                _store.Write(Chip(stored, trial.Chip), identity, new ScoreArtifact(trial.Score, trial.Misread).Write());
            });
            ulong[] missing = [.. plan.Chips.Where(chip => !trials.ContainsKey(chip))];
            baseline = (plan with { Chips = missing }).Run(catalog, keep, cancellationToken).Baseline;
            _store.Write($"{stored}/{Baseline}", identity, new ScoreArtifact(baseline, 0).Write());
        }

        watch.Finished?.Invoke(name, isThere);
        return new FaultEvaluation(baseline!, [.. plan.Chips.Select(chip => trials[chip])], plan.Network.Seed);
    }

    /// <summary>Returns an evaluation with fluctuating reads. Evaluates when it is missing.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights or a plugin.</exception>
    public ReadScore Evaluate(string name, ReadingPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        RunIdentity identity = plan.Identity;
        string stored = StoredName("reads", name, identity);
        ReadScore? known = _store.Read(stored, identity, ReadArtifact.Read);
        ReadScore score = known ?? plan.Run(cancellationToken);
        if (known is null)
            _store.Write(stored, identity, ReadArtifact.Write(score));
        watch.Finished?.Invoke(name, known is not null);
        return score;
    }

    /// <summary>True when the weight file belongs to the artifact. A damaged one is made again.</summary>
    private static bool IsWhole(string weights, Finished piece) =>
        File.Exists(weights) && WholeFile.Sha256(WholeFile.Read(weights)) == piece.Weights;

    private ScoreArtifact? Read(string name, RunIdentity identity, int images) => _store.Read(name, identity, piece =>
        ScoreArtifact.Read(piece) is var score && score.Score.Images == images
            ? score
            : throw piece.Wrong("right", FormattableString.Invariant($"{images} zeros and ones, one for each test image")));

    private static string Chip(string name, ulong chip) => FormattableString.Invariant($"{name}/chip-{chip}");

    private string StoredName(string what, string name, RunIdentity identity) => byContent ? $"{what}/{identity.Sha256[..32]}" : name;

    private Finished Make(string name, string stored, string weights, TrainingPlan plan, RunIdentity identity)
    {
        // A checkpoint of another run under this name would be refused; the identity in the name keeps them apart.
        string checkpoint = _store.Path(ArtifactStore.Checkpoint(stored, identity));
        TrainingOutcome outcome = (plan with { CheckpointFile = checkpoint, CheckpointEvery = watch.CheckpointEvery }).Run(
            catalog, watch.Training?.Invoke(name), cancellationToken);
        using GuardedTrainer trainer = (plan.Network with
        {
            Weights = new WeightSource(weights, outcome.Weights),
            Fluctuation = plan.Recipe.Fluctuation,
        }).Create();
        JsonObject report = TrainingReport.Of(identity, outcome);
        double accuracy = Scoring.Score(trainer, plan.Network.Data.Test, cancellationToken).Accuracy;
        report[Finished.AccuracyKey] = accuracy;
        // Weights, then the report that names their hash, then the checkpoint goes: an interruption at any point can be resumed.
        WholeFile.Write(weights, outcome.Weights.Span);
        _store.Write(stored, identity, report);
        WholeFile.Delete(checkpoint);
        return new Finished(WholeFile.Sha256(outcome.Weights.Span), accuracy, outcome.BestEpoch);
    }

    /// <summary>What a finished training says of itself.</summary>
    /// <param name="Weights">SHA-256 of the weight file.</param>
    /// <param name="TestAccuracy">Accuracy on test images, 0 to 1.</param>
    /// <param name="BestEpoch">The epoch of the weights, from 1.</param>
    private sealed record Finished(string Weights, double TestAccuracy, int BestEpoch)
    {
        public const string AccuracyKey = "test_accuracy";

        public static Finished Read(JsonMembers piece, int epochs) => new(
            piece.Text(TrainingReport.WeightsKey),
            piece.Number(AccuracyKey),
            (int)piece.Whole(TrainingReport.BestEpochKey, 1, epochs));
    }

    private sealed class Keep(Action<TrialScore> keep) : IProgress<TrialScore>
    {
        public void Report(TrialScore value) => keep(value);
    }
}
