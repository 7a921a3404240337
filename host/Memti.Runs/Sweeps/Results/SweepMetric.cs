namespace Memti.Runs.Sweeps.Results;

/// <summary>A figure of the report, as a column of a sweep.</summary>
/// <param name="Name">Its name, such as <c>energy_per_frame_mj</c>.</param>
/// <param name="Title">Its name for eyes, with its unit.</param>
/// <param name="Unit">Its unit; empty for counts and ratios.</param>
public sealed record SweepMetric(string Name, string Title, string Unit);
