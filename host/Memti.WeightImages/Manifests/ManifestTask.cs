namespace Memti.WeightImages.Manifests;

/// <summary>A task and how well it is solved.</summary>
/// <param name="Name">Name of the task.</param>
/// <param name="Classes">Number of its classes.</param>
/// <param name="Data">Its images, as the scenario names them.</param>
/// <param name="FixedPoint">Accuracy in fixed point without faults, 0 to 1; null where it was not measured.</param>
/// <param name="Before">Accuracy with faults before retraining; null where it was not measured.</param>
/// <param name="After">Accuracy with faults after retraining; null where it was not measured.</param>
/// <param name="PValue">Two-sided p-value of the difference between before and after; null where they were not compared.</param>
public sealed record ManifestTask(
    string Name,
    int Classes,
    string Data,
    double? FixedPoint,
    ManifestAccuracy? Before,
    ManifestAccuracy? After,
    double? PValue);
