using Memti.Abstractions;
using Memti.Hosting;

namespace Memti.Weights;

/// <summary>Stage <c>retrain</c>: trains the parameters of each task over the backbone, retrains them against the faults of the memories, and measures both.</summary>
public static class RetrainStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = "retrain";

    /// <summary>Runs the stage where its inputs have other content than the last time.</summary>
    /// <param name="request">The request.</param>
    /// <param name="catalog">Loads the plugins, if they are needed.</param>
    /// <param name="watch">Is told how far it is.</param>
    /// <param name="cancellationToken">Ends it between two steps; the next run goes on from there.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="MemtiException">What is wrong with the data, the weights, the memories, a plugin, or the folders.</exception>
    public static StageResult Run(WeightRequest request, Func<PluginCatalog> catalog, StageWatch watch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(watch);
        var stage = new Stage(Name, request, request.TrainingSha256);
        string file = new StageFiles(request).Retrained;
        if (stage.Finished([]) is not null)
            return new StageResult(true, Outputs(file, TrainedTasks.Read(file)), []);
        PluginCatalog plugins = catalog();
        return stage.Run(plugins, static () => [], project =>
        {
            TrainedTask[] tasks = [.. request.Tasks.Select(task => new TaskTraining(project, watch, cancellationToken).Run(task))];
            TrainedTasks.Write(file, tasks);
            return Outputs(file, tasks);
        });
    }

    private static StageOutput[] Outputs(string file, IReadOnlyList<TrainedTask> tasks) =>
        [.. tasks.Select(static task => new StageOutput(task.WeightFile, "weights", Task: task.Name)), new StageOutput(file, "report")];
}
