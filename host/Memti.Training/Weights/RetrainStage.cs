using Memti.Abstractions.Diagnostics;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;
using Memti.Training.Weights.Tasks;

namespace Memti.Training.Weights;

/// <summary>Stage <c>retrain</c>: trains the parameters of each task over the backbone, retrains them against the faults of the memories, and measures both.</summary>
public static class RetrainStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = "retrain";

    /// <summary>Runs the stage where its inputs have other content than the last time.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    /// <exception cref="MemtiException">What is wrong with the data, the weights, the memories, a plugin, or the folders.</exception>
    public static StageResult Run(WeightBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        Stage stage = Of(build);
        string file = new StageFiles(build.Request).Retrained;
        if (stage.IsFinished)
            return new StageResult(true, Outputs(file, TrainedTasks.Read(file)), []);
        return stage.Run(project =>
        {
            new ProjectImages(project).RequireRoom();
            var training = new TaskTraining(project, build.Watch, build.CancellationToken);
            TrainedTask[] tasks = [.. build.Request.Tasks.Select(training.Run)];
            TrainedTasks.Write(file, tasks);
            return Outputs(file, tasks);
        });
    }

    /// <summary>The stage of a build.</summary>
    internal static Stage Of(WeightBuild build) => new(Name, build, build.Request.TrainingSha256);

    private static StageOutput[] Outputs(string file, IReadOnlyList<TrainedTask> tasks) =>
        [.. tasks.Select(static task => new StageOutput(task.WeightFile, "weights", Task: task.Name)), new StageOutput(file, "report")];
}
