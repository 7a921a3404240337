namespace Memti.Abstractions.Studies;

/// <summary>A table of a study.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Names of the columns as programs know them, in snake case with the unit at the end: <c>dram_kb</c>.</param>
/// <param name="Rows">Rows of as many values as there are columns: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or <see cref="string"/>.</param>
public sealed record StudyTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Columns that a person looks at first; empty for all of them.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];
}
