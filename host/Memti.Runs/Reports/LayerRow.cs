namespace Memti.Runs.Reports;

/// <summary>What takes the time of one layer. Times in ms, sizes in KiB.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Ms">Its share of the inference.</param>
/// <param name="Binding">What would set its time if it ran alone.</param>
/// <param name="StallMs">How long the multipliers wait for that while the layer runs alone; null when the accelerator does not say.</param>
/// <param name="BufferFeaturesKib">Features in the accelerator's buffer; null when it does not say.</param>
/// <param name="BufferWeightsKib">Weights in the accelerator's buffer; null when it does not say.</param>
/// <param name="BusyMs">How long each resource is busy, by resource.</param>
/// <param name="ReadKib">What is read, by memory.</param>
/// <param name="WrittenKib">What is written, by memory.</param>
public sealed record LayerRow(
    string Layer,
    double Ms,
    string Binding,
    double? StallMs,
    double? BufferFeaturesKib,
    double? BufferWeightsKib,
    IReadOnlyDictionary<string, double> BusyMs,
    IReadOnlyDictionary<string, double> ReadKib,
    IReadOnlyDictionary<string, double> WrittenKib);
