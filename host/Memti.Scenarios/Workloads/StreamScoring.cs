namespace Memti.Scenarios.Workloads;

/// <summary>Constants of the quality of experience.</summary>
/// <param name="SteepnessPerMs">Steepness of the real-time score around a deadline.</param>
/// <param name="MostMj">Energy of an inference whose energy score is zero.</param>
public sealed record StreamScoring(double SteepnessPerMs, double MostMj);
