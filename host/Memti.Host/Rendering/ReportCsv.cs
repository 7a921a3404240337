using System.Globalization;
using System.Text;
using Memti.Hosting;
using Memti.Scenarios;

namespace Memti.Host.Rendering;

/// <summary>A report as CSV (RFC 4180): one line per design and figure.</summary>
internal static class ReportCsv
{
    public static string Render(RunReport report)
    {
        var text = new StringBuilder("scenario,design,figure,value,reference,reference_status,ratio,status\r\n");
        foreach (DesignReport design in report.Designs)
            foreach (Comparison figure in design.Comparisons)
                text.AppendJoin(',', Fields(report, design, figure)).Append("\r\n");
        return text.ToString();
    }

    private static string[] Fields(RunReport report, DesignReport design, Comparison figure) =>
    [
        CsvField.Quote(report.Scenario),
        CsvField.Quote(design.Name),
        figure.Column.Key,
        Number(figure.Value),
        Number(figure.Reference),
        Word(figure.ReferenceStatus),
        Number(figure.Ratio),
        figure.Value is null ? "" : Word(figure.Status),
    ];

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Word(Abstractions.NumberStatus? status) => status is null ? "" : StatusWord.Of(status.Value);
}
