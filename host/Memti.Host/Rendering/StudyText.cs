using System.Globalization;
using System.Text;
using Memti.Abstractions.Studies;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Host.Rendering;

/// <summary>Formats the result of a study.</summary>
internal static class StudyText
{
    /// <summary>All tables for readers, the first table as CSV with all digits, or the document as JSON.</summary>
    public static string Render(StudyResult result, string? format) => format switch
    {
        "json" => JsonText.Of(result.Document),
        "csv" => Csv(result.Tables[0]),
        _ => string.Join('\n', result.Tables.Select(Table)),
    };

    private static string Csv(StudyTable table)
    {
        var text = new StringBuilder().AppendJoin(',', table.Columns).Append('\n');
        foreach (IReadOnlyList<object?> row in table.Rows)
            text.AppendJoin(',', row.Select(static value => CsvText.Quote(Exact(value)))).Append('\n');
        return text.ToString();
    }

    private static string Table(StudyTable table)
    {
        int[] shown = [.. table.Columns
            .Select(static (name, index) => (name, index))
            .Where(column => table.Shown.Count == 0 || table.Shown.Contains(column.name))
            .Select(static column => column.index)];
        TextTable text = new([.. shown.Select(index => table.Columns[index])]);
        text.LeftAlign(
            [.. shown.Select(static (index, place) => (index, place))
                .Where(column => table.Rows.Any(row => row[column.index] is string))
                .Select(static column => column.place)]);
        foreach (IReadOnlyList<object?> row in table.Rows)
            text.Add([.. shown.Select(index => Rounded(row[index]))]);
        return $"{table.Title}\n{text}";
    }

    private static string Exact(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Rounded(object? value) => value switch
    {
        null => "-",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number =>
            Math.Abs(number) >= 1000 && Math.Abs(number) < 1e15
                ? number.ToString("0.#", CultureInfo.InvariantCulture)
                : QuantityText.Number(number),
        _ => Exact(value),
    };
}
