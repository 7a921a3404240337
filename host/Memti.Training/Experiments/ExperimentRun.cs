using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Plugins.Catalog;
using Memti.Training.Artifacts;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Sources;
using Memti.Training.Evaluation;
using Memti.Training.Faults;
using Memti.Training.Fluctuation;
using Memti.Training.Plans;
using Memti.Training.Trainers;

namespace Memti.Training.Experiments;

/// <summary>Runs the steps of an experiment in a fixed order. Keeps each finished artifact, so that an interrupted run continues where it
/// stopped.</summary>
public sealed class ExperimentRun
{
    private readonly ExperimentRequest _request;
    private readonly PluginCatalog _catalog;
    private readonly ArtifactCache _pieces;
    private readonly OncePerNotice _notices;

    private ExperimentRun(ExperimentRequest request, PluginCatalog catalog, CancellationToken cancellationToken) =>
        (_request, _catalog, _pieces, _notices, Cancellation) = (
            request,
            catalog,
            new ArtifactCache(request.ResultsFolder, request.Watch, catalog, request.SharesArtifacts, cancellationToken),
            new OncePerNotice(request.Watch.Noticed),
            cancellationToken);

    private Experiment Experiment => _request.Experiment;

    private CancellationToken Cancellation { get; }

    /// <summary>Runs the unfinished steps.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, memories or a plugin.</exception>
    public static ExperimentResult Run(ExperimentRequest request, PluginCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalog);
        return new ExperimentRun(request, catalog, cancellationToken).Run();
    }

    /// <summary>Runs the unfinished steps of a study of fluctuating reads.</summary>
    /// <exception cref="ArgumentException">The experiment has no such study.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the same call continues.</exception>
    /// <exception cref="MemtiException">An error in data, weights, cells or a plugin.</exception>
    public static FluctuationResult Fluctuate(ExperimentRequest request, PluginCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalog);
        return request.Experiment.Fluctuation is { } study
            ? new ExperimentRun(request, catalog, cancellationToken).Run(study)
            : throw new ArgumentException("The experiment has no study of fluctuating reads.", nameof(request));
    }

    private FluctuationResult Run(FluctuationStudy study)
    {
        var run = new FluctuationRun(study, _pieces, _catalog);
        WeightSource? backbone = Experiment.BackboneFile is null && Experiment.BackboneData is null ? null : Backbone();
        foreach (ExperimentTask task in Experiment.Tasks)
            run.Add(task.Name, Network(task.Data) with { Kind = Whole, Backbone = backbone });
        return run.Result(Experiment.Name);
    }

    private ExperimentResult Run()
    {
        WeightSource backbone = Backbone();
        List<ExperimentTaskResult> tasks = [];
        List<ExperimentEntry> cells = [];
        foreach (ExperimentTask task in Experiment.Tasks)
        {
            NetworkPlan network = Network(task.Data);
            TrainedArtifact adapters = _pieces.Train(
                $"{task.Name}/adapters",
                new TrainingPlan(network with { Backbone = backbone }, Experiment.Adapters, TrainedPart.TaskSpecific));
            TrainedArtifact? scratch = Experiment.FromScratch is { } recipe
                ? _pieces.Train(
                    $"{task.Name}/from-scratch", new TrainingPlan(network with { Kind = Whole }, recipe, TrainedPart.Everything))
                : null;
            tasks.Add(Describe(task, network, adapters, scratch));
            foreach (StorageVariant variant in Experiment.Variants)
                cells.Add(
                    Cell(
                        task,
                        variant,
                        network with
                        {
                            Backbone = backbone,
                            Weights = adapters.Weights,
                            Kind = new TrainableKind(_catalog, variant.Model)
                        }));
        }

        return new ExperimentResult(Experiment.Name, Experiment.Seed, tasks, cells);
    }

    private WeightSource Backbone() => Experiment.BackboneFile is { } file
        ? WeightSource.Read(Experiment.Beside(file))
        : _pieces.Train(
            "backbone",
            new TrainingPlan(
                Network(Experiment.BackboneData!) with { Kind = Whole }, Experiment.Pretraining, TrainedPart.Everything)).Weights;

    private NetworkPlan Network(string data) =>
        new(new TrainableKind(_catalog, Experiment.Model), Read(data))
        {
            Seed = Experiment.Seed,
            Threads = _request.Threads,
            Noticed = _notices.Tell,
        };

    private TrainableKind Whole => new(_catalog, Experiment.Whole);

    private Dataset Read(string data) =>
        DatasetSource.Read(
            Experiment.Locate(data, _request.DataFolder), new DatasetOptions { ValidationShare = Experiment.Validation }, Cancellation);

    private static ExperimentTaskResult Describe(
        ExperimentTask task, NetworkPlan network, TrainedArtifact adapters, TrainedArtifact? scratch)
    {
        TaskDescription description = network.Describe();
        double overhead = (double)description.TaskParameterCount / (description.TaskParameterCount + description.SharedParameters);
        return new ExperimentTaskResult(
            task.Name, network.Data.Classes, network.Data.Train.Count, network.Data.Test.Count, overhead, adapters, scratch);
    }

    private ExperimentEntry Cell(ExperimentTask task, StorageVariant variant, NetworkPlan network)
    {
        string name = $"{task.Name}/{variant.Name}";
        FaultEvaluation before = _pieces.Evaluate(
            $"{name}/before", new EvaluationPlan(network, variant.Storage, Chips(Experiment.MapsBefore)));
        var retraining = new TrainingPlan(network, Experiment.Retraining, TrainedPart.TaskSpecific)
        {
            Storage = variant.Storage,
            Mode = Experiment.Mode
        };
        // Fresh faults give one set of weights for a fleet; fixed faults give weights for each chip, evaluated on that chip.
        FaultEvaluation after = Experiment.Mode == FaultMode.Fresh
            ? After(name, "fleet", retraining, Chips(Experiment.MapsAfter))
            : Join([.. Chips(Experiment.MapsAfter).Select(chip => After(name, $"chip-{chip}", retraining with { Chip = chip }, [chip]))]);
        return new ExperimentEntry(task.Name, variant.Name, before, after);
    }

    private FaultEvaluation After(string cell, string what, TrainingPlan retraining, ulong[] chips)
    {
        TrainedArtifact piece = _pieces.Train($"{cell}/{what}", retraining);
        return _pieces.Evaluate(
            $"{cell}/{what}-after", new EvaluationPlan(retraining.Network with { Weights = piece.Weights }, retraining.Storage!, chips));
    }

    private static FaultEvaluation Join(FaultEvaluation[] chips) =>
        chips[0] with { Trials = [.. chips.SelectMany(static chip => chip.Trials)] };

    private static ulong[] Chips(int count) => [.. Enumerable.Range(0, count).Select(static chip => (ulong)chip)];
}
