namespace Memti.WeightImages.Manifests;

/// <summary>Settings that the weights depend on, besides files.</summary>
/// <param name="Seed">Seed of all random streams.</param>
/// <param name="Threads">Number of training threads.</param>
/// <param name="ValidationShare">Fraction of the training images that selects the best epoch, 0 to 1.</param>
/// <param name="FaultMode">The faults used in retraining; null for none.</param>
/// <param name="Chips">Number of chips in the evaluation after retraining.</param>
/// <param name="Recipes">Training recipe of each task, as text, by name of the task.</param>
public sealed record ManifestParameters(
    ulong Seed,
    int Threads,
    double ValidationShare,
    string? FaultMode,
    int Chips,
    IReadOnlyDictionary<string, string> Recipes);
