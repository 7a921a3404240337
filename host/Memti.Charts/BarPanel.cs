namespace Memti.Charts;

/// <summary>One panel of grouped bars.</summary>
/// <param name="Title">What is the same in the panel.</param>
/// <param name="Groups">Names of the groups.</param>
/// <param name="Series">The bars of each group, each series with a value per group.</param>
public sealed record BarPanel(string Title, IReadOnlyList<string> Groups, IReadOnlyList<BarSeries> Series)
{
    /// <summary>A note under the name of each group; null for none.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
