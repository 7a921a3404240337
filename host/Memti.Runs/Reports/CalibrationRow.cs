using Memti.Abstractions.Parameters;

namespace Memti.Runs.Reports;

/// <summary>A calibrated number of the run.</summary>
/// <param name="Number">Key, such as <c>nvdla.weight_port_gbs</c>.</param>
/// <param name="Value">As written in the file.</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="FittedTo">The results that it was chosen to give, such as <c>all-sram.max_fps</c>.</param>
public sealed record CalibrationRow(string Number, string Value, NumberStatus Status, string Source, IReadOnlyList<string> FittedTo);
