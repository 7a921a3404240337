namespace Memti.WeightImages.Manifests;

/// <summary>Accuracy over the faults of several chips.</summary>
/// <param name="Mean">Mean accuracy, 0 to 1.</param>
/// <param name="Low">Lower end of its 95 % confidence interval.</param>
/// <param name="High">Upper end of its 95 % confidence interval.</param>
/// <param name="StandardDeviation">Standard deviation over the chips; null for one chip.</param>
/// <param name="Trials">Number of chips.</param>
/// <param name="FirstChip">Index of the first chip.</param>
/// <param name="Images">Test images per chip.</param>
public sealed record ManifestAccuracy(
    double Mean,
    double Low,
    double High,
    double? StandardDeviation,
    int Trials,
    ulong FirstChip,
    int Images);
