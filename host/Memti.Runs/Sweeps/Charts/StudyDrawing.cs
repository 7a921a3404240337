using Memti.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>A chart of a study, or why there is none.</summary>
/// <param name="Wanted">What the study asks for.</param>
/// <param name="Chart">The chart; null where there is nothing to draw, or too much.</param>
/// <param name="Series">The rows behind its series; none for bars.</param>
/// <param name="Trouble">Why there is no chart, and what is permitted; empty where there is one.</param>
public sealed record StudyDrawing(StudyChart Wanted, Chart? Chart, IReadOnlyList<DrawnSeries> Series, string Trouble)
{
    /// <summary>A chart that is not drawn.</summary>
    internal static StudyDrawing None(ChartRows rows, string trouble) => new(rows.Wanted, null, [], trouble);
}
