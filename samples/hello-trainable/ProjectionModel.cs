using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;

namespace HelloTrainable;

/// <summary>Averages over a grid, a shared projection with rectifier, and per task a running mean and a classifier.</summary>
public sealed class ProjectionModel : ITrainableModel
{
    private readonly ProjectionOptions _options;

    /// <summary>Creates the network. Each task must state its number of classes.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.BadNetwork"/> naming the task.</exception>
    public ProjectionModel(ProjectionOptions options, IReadOnlyList<TaskRequest> tasks)
    {
        _options = options;
        Tasks = [.. tasks.Select(Describe)];
    }

    /// <inheritdoc />
    public IReadOnlyList<TaskDescription> Tasks { get; }

    /// <inheritdoc />
    public int SharedBits => _options.SharedBits;

    /// <inheritdoc />
    public int TaskBits => _options.TaskBits;

    private int Inputs => _options.Grid * _options.Grid * ImageSet.Channels;

    /// <inheritdoc />
    public Network Build(int task) => new("hello trainable", Tasks[task].Name,
    [
        Layer("projection", Inputs, _options.Features) with { SharedParameters = (long)Inputs * _options.Features },
        Layer("head", _options.Features, Tasks[task].Classes) with { TaskParameters = Tasks[task].TaskParameterCount },
    ])
    {
        SharedBits = SharedBits,
        TaskBits = TaskBits,
    };

    /// <inheritdoc />
    public ITrainer CreateTrainer(TrainerRequest request)
    {
        if (request.Training is { } images)
            ProjectionTrainer.RequireFit(images, Tasks[request.Task].Classes);
        return new ProjectionTrainer(_options, Tasks[request.Task].Classes, request);
    }

    private TaskDescription Describe(TaskRequest task)
    {
        int classes = task.Classes
            ?? throw new MemtiException(DiagnosticCode.BadNetwork, $"task '{task.Name}' has to say how many classes it has.");
        return new TaskDescription(task.Name, classes, (long)Inputs * _options.Features,
        [
            new ParameterGroup("norm", _options.Features),
            new ParameterGroup("classifier", ((long)_options.Features * classes) + classes),
        ]);
    }

    private static Layer Layer(string name, int inputs, int outputs) =>
        new() { Name = name, Kind = LayerKind.FullyConnected, InputChannels = inputs, OutputChannels = outputs };
}
