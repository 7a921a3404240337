namespace Memti.Runs.Sweeps.Results;

/// <summary>An axis of a sweep: what differs between its points.</summary>
/// <param name="Name">Name of its column: as the study says, else the key.</param>
/// <param name="Key">The key of the scenario that it sets, such as <c>workload.fps</c>.</param>
/// <param name="Unit">Unit of its numbers; empty for words and for numbers without one.</param>
/// <param name="IsNumber">True when every value is a number.</param>
/// <param name="IsLogarithmic">True when its numbers are spread by ratio, so that a chart should have a logarithmic scale.</param>
public sealed record SweepAxis(string Name, string Key, string Unit, bool IsNumber, bool IsLogarithmic);
