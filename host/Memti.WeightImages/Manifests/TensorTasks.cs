using System.Text.Json.Nodes;

namespace Memti.WeightImages.Manifests;

/// <summary>
/// The tasks of tensors in manifests that were written before a tensor named its task. In an image of several tasks their names then
/// began with the task and a slash.
/// </summary>
internal static class TensorTasks
{
    /// <summary>True for a manifest whose tensors name their tasks.</summary>
    public static bool AreIn(JsonNode document) => document["regions"]!.AsArray()
        .SelectMany(static region => region!["images"]!.AsArray())
        .SelectMany(static image => image!["tensors"]!.AsArray())
        .Any(static tensor => tensor!.AsObject().ContainsKey("task"));

    /// <summary>A manifest with the tasks of its tensors.</summary>
    public static WeightManifest AddTo(WeightManifest manifest) => manifest with
    {
        Regions = [.. manifest.Regions.Select(region => region with
        {
            Images = [.. region.Images.Select(image => AddTo(image, manifest.Tasks))],
        })],
    };

    private static ManifestImage AddTo(ManifestImage image, IReadOnlyList<ManifestTask> tasks) =>
        image.Task is not null ? image : image with
        {
            Tensors = [.. image.Tensors.Select(tensor => tensor with { Task = TaskOf(tensor, tasks) })],
        };

    private static string? TaskOf(ManifestTensor tensor, IReadOnlyList<ManifestTask> tasks) =>
        tasks.FirstOrDefault(task => tensor.Name.StartsWith($"{task.Name}/", StringComparison.Ordinal))?.Name;
}
