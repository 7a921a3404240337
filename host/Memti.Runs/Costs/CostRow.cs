using Memti.Abstractions.Units;

namespace Memti.Runs.Costs;

/// <summary>What one inference of a task costs.</summary>
/// <param name="Latency">Its time.</param>
/// <param name="Energy">Its energy.</param>
internal readonly record struct CostRow(SimTime Latency, Energy Energy);
