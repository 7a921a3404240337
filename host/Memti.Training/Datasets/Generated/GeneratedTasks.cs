using Memti.Training.Datasets.Generated.Tasks;

namespace Memti.Training.Datasets.Generated;

/// <summary>The tasks that can be drawn.</summary>
internal static class GeneratedTasks
{
    public static IReadOnlyList<GeneratedTask> All { get; } = [new SignsTask(), new TexturesTask(), new MotionTask(), new WorldTask()];
}
