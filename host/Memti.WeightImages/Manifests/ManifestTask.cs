namespace Memti.WeightImages.Manifests;

/// <summary>A visual task and its accuracy.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="Data">The dataset's name in the scenario.</param>
/// <param name="FixedPoint">Fixed-point accuracy without faults, 0 to 1; null when not measured.</param>
/// <param name="Before">Accuracy with faults before retraining; null when not measured.</param>
/// <param name="After">Accuracy with faults after retraining; null when not measured.</param>
/// <param name="PValue">Two-sided p-value of the difference between before and after; null when not compared.</param>
public sealed record ManifestTask(
    string Name,
    int Classes,
    string Data,
    double? FixedPoint,
    ManifestAccuracy? Before,
    ManifestAccuracy? After,
    double? PValue);
