using Memti.Runs.Sweeps.Charts;

namespace Memti.Runs.Sweeps.Queries;

/// <summary>The points of a series that a chart of limited size can show.</summary>
/// <param name="Series">The series.</param>
/// <param name="X">Their places along the horizontal axis.</param>
/// <param name="Y">Their places along the vertical axis.</param>
/// <param name="Count">Number of rows that they stand for.</param>
public sealed record SeriesPoints(DrawnSeries Series, IReadOnlyList<double> X, IReadOnlyList<double> Y, int Count);
