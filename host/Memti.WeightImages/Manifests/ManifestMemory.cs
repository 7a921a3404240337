namespace Memti.WeightImages.Manifests;

/// <summary>A memory with weight images.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Kind">Kind of the memory.</param>
/// <param name="Options">Its options in scenario form, by key.</param>
public sealed record ManifestMemory(
    string Name,
    string Kind,
    IReadOnlyDictionary<string, string> Options);
