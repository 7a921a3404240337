namespace Memti.Runs.Reports;

/// <summary>A deployed task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Accuracy">Accuracy in its memories, 0 to 1; null where it was not measured.</param>
/// <param name="AccuracyLow">Lower end of its 95 % confidence interval.</param>
/// <param name="AccuracyHigh">Upper end of it.</param>
/// <param name="SetBytes">Bytes of its parameters, check bits included: what a reload moves.</param>
public sealed record DeployedTaskRow(string Task, double? Accuracy, double? AccuracyLow, double? AccuracyHigh, double SetBytes);
