namespace Memti.WeightImages.Manifests;

/// <summary>What the weights depend on beside files.</summary>
/// <param name="Seed">Seed of everything.</param>
/// <param name="Threads">Threads that trained.</param>
/// <param name="ValidationShare">Share of the training images by which the best epoch was chosen, 0 to 1.</param>
/// <param name="FaultMode">Which faults were learnt; null where none were.</param>
/// <param name="Chips">Chips whose faults were tried after retraining.</param>
/// <param name="Recipes">How each task was trained, as text, by name of the task.</param>
public sealed record ManifestParameters(
    ulong Seed,
    int Threads,
    double ValidationShare,
    string? FaultMode,
    int Chips,
    IReadOnlyDictionary<string, string> Recipes);
