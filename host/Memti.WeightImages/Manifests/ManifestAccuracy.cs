namespace Memti.WeightImages.Manifests;

/// <summary>Accuracy over the faults of many chips.</summary>
/// <param name="Mean">Mean accuracy, 0 to 1.</param>
/// <param name="Low">Lower end of its 95 % confidence interval.</param>
/// <param name="High">Upper end of its 95 % confidence interval.</param>
/// <param name="StandardDeviation">Standard deviation over the chips; null for one.</param>
/// <param name="Trials">Chips that were tried.</param>
/// <param name="FirstChip">Number of the first.</param>
/// <param name="Images">Images of each trial.</param>
public sealed record ManifestAccuracy(
    double Mean,
    double Low,
    double High,
    double? StandardDeviation,
    int Trials,
    ulong FirstChip,
    int Images);
