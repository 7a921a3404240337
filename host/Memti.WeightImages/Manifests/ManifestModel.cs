namespace Memti.WeightImages.Manifests;

/// <summary>The network.</summary>
/// <param name="Kind">Kind of the model.</param>
/// <param name="Options">Its options in scenario form, by key.</param>
public sealed record ManifestModel(
    string Kind,
    IReadOnlyDictionary<string, string> Options)
{
    /// <summary>The engine of another plugin that computed; null for the model's own code.</summary>
    public required ManifestEngine? Engine { get; init; }
}
