namespace Memti.WeightImages.Manifests;

/// <summary>The program that wrote a manifest.</summary>
/// <param name="Name">Name of the program.</param>
/// <param name="Version">Its version.</param>
public sealed record ManifestTool(
    string Name,
    string Version);
