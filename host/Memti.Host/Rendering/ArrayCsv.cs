using System.Globalization;
using System.Text;
using Memti.Documents.Nodes;
using Memti.Runs.Arrays;

namespace Memti.Host.Rendering;

/// <summary>Solved arrays as CSV (RFC 4180), one line per array.</summary>
internal static class ArrayCsv
{
    public static string Render(IEnumerable<ArrayAnswer> answers)
    {
        StringBuilder text = new StringBuilder().AppendJoin(',', ArrayColumns.All.Select(static column => column.Name)).Append("\r\n");
        foreach (ArrayAnswer answer in answers)
            foreach (SolvedArray array in answer.Arrays)
                text.AppendJoin(',', ArrayColumns.All.Select(column => CsvText.Quote(Text(column.Value(answer, array))))).Append("\r\n");
        return text.ToString();
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
