using System.Text.Json.Nodes;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Training;

/// <summary>Makes pieces of an experiment, or takes those that are finished.</summary>
internal sealed class ExperimentPieces(ExperimentRequest request, PluginCatalog catalog, CancellationToken cancellationToken)
{
    private const string Baseline = "no-faults";
    private readonly PieceStore _store = new(request.ResultsFolder);

    public TrainedPiece Train(string name, TrainingPlan plan)
    {
        RunIdentity identity = plan.Identity(catalog);
        string weights = _store.Path(name + ".safetensors");
        bool isThere = _store.Read(name, identity) is { } && File.Exists(weights);
        JsonObject piece = (isThere ? _store.Read(name, identity) : null) ?? Make(name, weights, plan, identity);
        request.Finished?.Invoke(name, isThere);
        return new TrainedPiece(WeightSource.Read(weights), (double)piece["test_accuracy"]!, (int)piece["best_epoch"]!);
    }

    public FaultEvaluation Evaluate(string name, EvaluationPlan plan)
    {
        var identity = new RunIdentity([.. plan.Network.Identity, .. plan.Storage.Identity(catalog)]);
        ulong[] missing = [.. plan.Chips.Where(chip => _store.Read(Chip(name, chip), identity) is null)];
        bool isThere = missing.Length == 0 && _store.Read($"{name}/{Baseline}", identity) is not null;
        if (!isThere)
        {
            var keep = new Keep(trial => _store.Write(Chip(name, trial.Chip), identity, ScorePiece.Write(trial.Score, trial.Misread)));
            FaultEvaluation evaluation = (plan with { Chips = missing }).Run(catalog, keep, cancellationToken);
            _store.Write($"{name}/{Baseline}", identity, ScorePiece.Write(evaluation.Baseline, 0));
        }

        request.Finished?.Invoke(name, isThere);
        return Assemble(name, plan, identity);
    }

    private FaultEvaluation Assemble(string name, EvaluationPlan plan, RunIdentity identity) => new(
        ScorePiece.Score(_store.Read($"{name}/{Baseline}", identity)!),
        [.. plan.Chips.Select(chip => Trial(chip, _store.Read(Chip(name, chip), identity)!))],
        plan.Network.Seed);

    private static TrialScore Trial(ulong chip, JsonObject piece) => new(chip, ScorePiece.Misread(piece), ScorePiece.Score(piece));

    private static string Chip(string name, ulong chip) => FormattableString.Invariant($"{name}/chip-{chip}");

    private JsonObject Make(string name, string weights, TrainingPlan plan, RunIdentity identity)
    {
        // Another run's checkpoint of the same name would be refused; one's own is found by its identity.
        string checkpoint = _store.Path($"{name}-{identity.Sha256[..12]}.checkpoint");
        TrainingOutcome outcome = (plan with { CheckpointFile = checkpoint, CheckpointEvery = request.CheckpointEvery }).Run(catalog, request.Training?.Invoke(name), cancellationToken);
        using GuardedTrainer trainer = (plan.Network with { Weights = new WeightSource(weights, outcome.Weights) }).Create();
        JsonObject report = TrainingReport.Of(identity, outcome);
        report["test_accuracy"] = Scoring.Score(trainer, plan.Network.Data.Test, cancellationToken).Accuracy;
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
