namespace Memti.WeightImages.Manifests;

/// <summary>A memory that holds images.</summary>
/// <param name="Name">Name in the scenario.</param>
/// <param name="Kind">Kind of the memory.</param>
/// <param name="Options">Its options as a scenario says them, by key.</param>
public sealed record ManifestMemory(
    string Name,
    string Kind,
    IReadOnlyDictionary<string, string> Options);
