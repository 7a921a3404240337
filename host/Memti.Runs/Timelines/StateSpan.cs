namespace Memti.Runs.Timelines;

/// <summary>A time in one power state.</summary>
/// <param name="State">The state in snake case, such as <c>off</c>.</param>
/// <param name="From">Its start in picoseconds.</param>
/// <param name="To">Its end in picoseconds.</param>
public sealed record StateSpan(string State, long From, long To);
