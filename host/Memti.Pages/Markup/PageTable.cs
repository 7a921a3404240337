namespace Memti.Pages.Markup;

/// <summary>
/// A table that becomes a list of cards on a narrow screen. The roles are spelled out, because styles that change how a table is laid out
/// take them away.
/// </summary>
/// <param name="caption">What it shows; screen readers announce it.</param>
/// <param name="columns">Titles of the columns. The first column names the row.</param>
internal sealed class PageTable(string caption, params IReadOnlyList<string> columns)
{
    private readonly List<Html> _rows = [];
    private readonly HashSet<int> _text = [0];

    /// <summary>Columns of words, which are aligned at the left.</summary>
    public PageTable Words(params ReadOnlySpan<int> places)
    {
        foreach (int place in places)
            _text.Add(place);
        return this;
    }

    /// <summary>Adds a row.</summary>
    /// <param name="design">The design that it belongs to, by which it can be filtered; null for none.</param>
    /// <param name="cells">A cell for each column.</param>
    public void Add(string? design, params IReadOnlyList<Html> cells)
    {
        IEnumerable<Html> others = cells.Skip(1).Select((cell, place) => Html.Of(
            $"""<td role="cell" data-label="{columns[place + 1]}"{Class(place + 1)}>{cell}</td>"""));
        Html of = design is null ? Html.None : Html.Of($" data-design=\"{design}\"");
        _rows.Add(Html.Of($"""
            <tr role="row"{of}><th role="rowheader" scope="row">{cells[0]}</th>{others}</tr>

            """));
    }

    /// <summary>The table.</summary>
    public Html ToHtml()
    {
        IEnumerable<Html> heads = columns.Select((column, place) =>
            Html.Of($"""<th role="columnheader" scope="col"{Class(place)}>{column}</th>"""));
        return Html.Of($"""
            <div class="table"><table class="cards" role="table"><caption>{caption}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">
            {_rows}</tbody></table></div>

            """);
    }

    private Html Class(int place) => _text.Contains(place) ? Html.Of($" class=\"words\"") : Html.None;
}
