using Memti.Abstractions.Parameters;

namespace Memti.Runs.Reports;

/// <summary>A number behind the results that is not the scenario's own: calibrated, a default of a plugin, or of a cell.</summary>
/// <param name="Number">What reports call it, such as <c>nvdla.wake_latency_us</c>.</param>
/// <param name="Value">As a file would say it.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Source">The publication, file or reasoning behind it.</param>
public sealed record NumberRow(string Number, string Value, NumberStatus Status, string Source);
