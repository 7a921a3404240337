using Memti.Abstractions.Models;

namespace Memti.Runs.Costs;

/// <summary>A network of which only sizes are known, for accelerators that plan by task: one layer with all parameters.</summary>
/// <param name="options">Its sizes.</param>
/// <param name="tasks">The tasks, each with a network of its own.</param>
internal sealed class ParameterCountModel(ParameterCountOptions options, IReadOnlyList<TaskRequest> tasks) : IModel
{
    /// <inheritdoc />
    public IReadOnlyList<TaskDescription> Tasks { get; } =
        [.. tasks.Select(task => new TaskDescription(task.Name, task.Classes ?? 2, 0, [new("all", options.Parameters)]))];

    /// <inheritdoc />
    public int SharedBits => options.TaskBits;

    /// <inheritdoc />
    public int TaskBits => options.TaskBits;

    /// <inheritdoc />
    public Network Build(int task) => new("parameter-count", Tasks[task].Name, [LayerOf(Tasks[task])])
    {
        SharedBits = SharedBits,
        TaskBits = TaskBits,
    };

    private Layer LayerOf(TaskDescription task) => new()
    {
        Name = "network",
        Kind = LayerKind.Elementwise,
        InputChannels = options.InputValues,
        OutputChannels = task.Classes,
        TaskParameters = options.Parameters,
    };
}
