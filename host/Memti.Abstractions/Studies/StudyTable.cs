namespace Memti.Abstractions.Studies;

/// <summary>A table of a study.</summary>
/// <param name="Title">Title of the table.</param>
/// <param name="Columns">Names of the columns, in snake case with the unit at the end: <c>dram_kb</c>.</param>
/// <param name="Rows">Rows with one value per column: null, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or
/// <see cref="string"/>.</param>
public sealed record StudyTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>Columns of the printed table. Default: empty, for all columns.</summary>
    public IReadOnlyList<string> Shown { get; init; } = [];
}
