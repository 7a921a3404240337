using Memti.Abstractions.Diagnostics;
using Memti.Runs.Planning;
using Memti.Training.Artifacts;
using Memti.Training.Weights.Projects;
using Memti.Training.Weights.Stages;
using Memti.Training.Weights.Tasks;

namespace Memti.Training.Weights;

/// <summary>Stage <c>retrain</c>: trains the parameters of each task over the backbone, retrains them against the memories' faults, and
/// measures both.</summary>
public static class RetrainStage
{
    /// <summary>Name of the stage.</summary>
    public const string Name = StageFiles.Training;

    /// <summary>Runs the stage unless its inputs are unchanged.</summary>
    /// <param name="build">The build.</param>
    /// <param name="isSimulated">True when the images will be simulated: an accelerator that cannot read them is found before
    /// training.</param>
    /// <exception cref="OperationCanceledException">The build was cancelled.</exception>
    /// <exception cref="MemtiException">An error in data, weights, memories, a plugin or a folder; MEMTI7105.</exception>
    public static StageResult Run(WeightBuild build, bool isSimulated)
    {
        ArgumentNullException.ThrowIfNull(build);
        Stage stage = Of(build);
        var files = new StageFiles(build.Request);
        StageResult result = stage.IsFinished ? Finished(files) : Run(stage, build, files, isSimulated);
        if (result.Succeeded)
            new ArtifactStore(files.Pieces).CleanUp();
        return result;
    }

    /// <summary>The result of an earlier run; null when its inputs have changed since, or when it was never finished.</summary>
    public static StageResult? Finished(WeightBuild build)
    {
        ArgumentNullException.ThrowIfNull(build);
        return Of(build).IsFinished ? Finished(new StageFiles(build.Request)) : null;
    }

    /// <summary>The stage of a build.</summary>
    internal static Stage Of(WeightBuild build) => new(Name, build, build.Request.TrainingSha256);

    private static StageResult Finished(StageFiles files) => new(true, Outputs(files, TrainedTasks.Read(files.Retrained)), []);

    private static StageResult Run(Stage stage, WeightBuild build, StageFiles files, bool isSimulated) => stage.Run(project =>
    {
        if (isSimulated)
            new DesignPlanner(project.Catalog).RequireImages(project.Design, files.Manifest, build.CancellationToken);
        new ProjectImages(project).RequireRoom();
        var training = new TaskTraining(project, build.Watch, build.CancellationToken);
        TrainedTask[] tasks = [.. build.Request.Tasks.Select(training.Run)];
        TrainedTasks.Write(files.Retrained, tasks);
        return Outputs(files, tasks);
    });

    private static StageOutput[] Outputs(StageFiles files, IReadOnlyList<TrainedTask> tasks) =>
    [
        .. tasks.Select(static task => new StageOutput(task.WeightFile, "weights", Task: task.Name)),
        files.Output(files.Retrained, "report"),
    ];
}
