namespace Memti.Abstractions.Models;

/// <summary>A neural network with shared parameters and parameters of each task. Pure: the same options give the same network.</summary>
public interface IModel
{
    /// <summary>The tasks, in the order of the scenario.</summary>
    IReadOnlyList<TaskDescription> Tasks { get; }

    /// <summary>Bits of one stored shared parameter, 1 to 64.</summary>
    int SharedBits { get; }

    /// <summary>Bits of one stored task-specific parameter, 1 to 64.</summary>
    int TaskBits { get; }

    /// <summary>The layers of one inference of a task, in order.</summary>
    /// <param name="task">Index into <see cref="Tasks"/>.</param>
    Network Build(int task);
}
