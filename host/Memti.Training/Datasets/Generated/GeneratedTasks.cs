using Memti.Training.Datasets.Generated.Tasks;

namespace Memti.Training.Datasets.Generated;

/// <summary>All generated tasks.</summary>
internal static class GeneratedTasks
{
    public static IReadOnlyList<GeneratedTask> All { get; } = [new SignsTask(), new TexturesTask(), new MotionTask(), new WorldTask()];
}
