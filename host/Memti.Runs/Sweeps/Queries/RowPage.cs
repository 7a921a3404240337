using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Queries;

/// <summary>Some rows that a filter lets through.</summary>
/// <param name="Count">Number of all rows that it lets through.</param>
/// <param name="Rows">Those of the page.</param>
public sealed record RowPage(int Count, IReadOnlyList<SweepRow> Rows);
