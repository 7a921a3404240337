namespace Memti.Runs.Sweeps.Queries;

/// <summary>Which rows of a table are wanted.</summary>
public sealed record RowFilter
{
    /// <summary>Indices of designs; null for all.</summary>
    public IReadOnlyList<int>? Designs { get; init; }

    /// <summary>Values of axes of words, by name of the axis.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Ranges of axes of numbers and of metrics, by name; a row without the number is in no range.</summary>
    public IReadOnlyDictionary<string, NumberSpan> Ranges { get; init; } = new Dictionary<string, NumberSpan>();

    /// <summary>True for rows that keep all constraints alone.</summary>
    public bool Permitted { get; init; }

    /// <summary>True for rows of the Pareto front alone.</summary>
    public bool Front { get; init; }
}
