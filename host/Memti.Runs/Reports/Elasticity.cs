namespace Memti.Runs.Reports;

/// <summary>How strongly a result rests on a number.</summary>
/// <param name="Number">Name of the number, such as <c>nvdla.wake_latency_us</c> or <c>cell sram-146f2: geometry.area_f2</c>.</param>
/// <param name="Value">
/// d ln result / d ln number over the step that the number was moved by; null for a word or a switch, and where the result appears or
/// vanishes.
/// </param>
public sealed record Elasticity(string Number, double? Value);
