namespace Memti.WeightImages.Manifests;

/// <summary>The network.</summary>
/// <param name="Kind">Kind of the model.</param>
/// <param name="Options">Its options in scenario form, by key.</param>
public sealed record ManifestModel(
    string Kind,
    IReadOnlyDictionary<string, string> Options);
