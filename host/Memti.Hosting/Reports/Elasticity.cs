namespace Memti.Hosting;

/// <summary>How strongly a result rests on a number.</summary>
/// <param name="Number">Key of the number, such as <c>nvdla.wake_latency_us</c>.</param>
/// <param name="Value">Relative change of the result over relative change of the number; null for a number that cannot be raised.</param>
public sealed record Elasticity(string Number, double? Value);
