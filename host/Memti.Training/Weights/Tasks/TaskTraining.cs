using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Artifacts;
using Memti.Training.Codes;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Sources;
using Memti.Training.Evaluation;
using Memti.Training.Plans;
using Memti.Training.Weights.Inputs;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Requests;
using Memti.Training.Weights.Stages;

namespace Memti.Training.Weights.Tasks;

/// <summary>Trains and measures tasks step by step. Uses artifacts of earlier runs where they are current.</summary>
internal sealed class TaskTraining(WeightProject project, StageProgress watch, CancellationToken cancellationToken)
{
    private readonly WeightRequest _request = project.Request;

    private readonly OncePerNotice _notices = new(watch.Noticed);

    private readonly ArtifactCache _pieces = new(
        new StageFiles(project.Request).Pieces,
        new ArtifactProgress
        {
            Training = watch.Training,
            Finished = (piece, wasThere) => watch.Done?.Invoke($"{piece}: {(wasThere ? "was there" : "done")}"),
            Noticed = watch.Noticed,
        },
        project.Catalog,
        byContent: false,
        cancellationToken);

    public TrainedTask Run(WeightTask task)
    {
        try
        {
            return Train(task);
        }
        catch (MemtiException error) when (error.Diagnostic.Line == 0)
        {
            // Report the error at the item of the request; its own file, such as a damaged dataset, stays in the message.
            string where = error.Diagnostic.File is { } file ? $"{file}: " : "";
            throw new MemtiException(
                RequestValidator.At(
                    task.Place, error.Diagnostic with { Message = $"task '{task.Name}': {where}{error.Diagnostic.Message}" }),
                error);
        }
    }

    private TrainedTask Train(WeightTask task)
    {
        NetworkPlan network = Network(task);
        WeightStorage storage = project.Storage;
        WeightSource adapters = task.Weights is { } file
            ? WeightSource.Read(_request.At(file))
            : _pieces.Train($"{task.Name}/trained", new TrainingPlan(network, task.Training, TrainedPart.TaskSpecific)).Weights;
        NetworkPlan trained = network with { Weights = adapters };
        // Retraining changes nothing when no memory has faults, and hours are saved.
        bool faulty = storage.HasFaults(project.Catalog);
        IReadOnlyList<ulong> chips = faulty ? _request.Chips : [];
        FaultEvaluation before = _pieces.Evaluate($"{task.Name}/before", new EvaluationPlan(trained, storage, chips));
        NetworkPlan retrained = faulty && task.Retraining is { } recipe
            ? trained with { Weights = Retrain(task.Name, recipe, trained, storage) }
            : trained;
        FaultEvaluation after = retrained != trained
            ? _pieces.Evaluate($"{task.Name}/after", new EvaluationPlan(retrained, storage, chips))
            : before;
        WeightSource weights = retrained.Weights!;
        return new TrainedTask(
            task.Name,
            network.Data.Classes,
            InputFiles.Shown(task.Data),
            network.Data.Sha256,
            _request.NameOf(weights.Name),
            weights.Sha256,
            before.Baseline.Accuracy,
            MeasuredAccuracy.Of(before),
            MeasuredAccuracy.Of(after),
            retrained != trained ? before.Compare(after).PValue : null);
    }

    private NetworkPlan Network(WeightTask task)
    {
        Dataset data = DatasetSource.Read(
            InputFiles.Locate(_request, task.Data), new DatasetOptions { ValidationShare = _request.Validation }, cancellationToken);
        if (project.Classes(task) is { } classes && classes != data.Classes)
            throw new MemtiException(
                new Diagnostic(
                    WeightCodes.RequestDoesNotFit,
                    $"'{task.Data}' has {data.Classes} classes; permitted: {classes}, as the task says.")
                {
                    Key = "classes",
                    Value = $"{data.Classes}",
                    Permitted = $"{classes}"
                });
        return new NetworkPlan(project.Model, data)
        {
            Backbone = project.Backbone,
            Seed = task.Seed ?? _request.Seed,
            Threads = _request.Threads,
            Noticed = _notices.Tell,
        };
    }

    private WeightSource Retrain(string task, TrainingRecipe recipe, NetworkPlan network, WeightStorage storage) => _pieces.Train(
        $"{task}/retrained",
        new TrainingPlan(network, recipe, TrainedPart.TaskSpecific)
        {
            Storage = storage,
            Mode = _request.Faults,
            Chip = _request.Chip
        }).Weights;
}
