using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>The rows behind a series of a chart, for pages that draw it anew.</summary>
/// <param name="Name">Name of the series.</param>
/// <param name="Look">Number of its look.</param>
/// <param name="IsFaint">True for points in the background.</param>
/// <param name="Rows">Its rows, along the horizontal axis for a line.</param>
public sealed record DrawnSeries(string Name, int Look, bool IsFaint, IReadOnlyList<SweepRow> Rows);
