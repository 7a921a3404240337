namespace Memti.Runs.Reports;

/// <summary>A sum of ledger postings.</summary>
/// <param name="Component">The accelerator or a memory.</param>
/// <param name="Cause">Why the energy was spent, such as <c>reload</c>.</param>
/// <param name="Task">The task that it was spent for; null for none.</param>
/// <param name="MillijoulesPerFrame">Energy in mJ per frame that was worked on.</param>
public sealed record EnergyPost(string Component, string Cause, string? Task, double MillijoulesPerFrame);
