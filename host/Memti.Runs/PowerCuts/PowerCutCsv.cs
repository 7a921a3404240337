using System.Globalization;
using System.Text;
using Memti.Documents.Nodes;

namespace Memti.Runs.PowerCuts;

/// <summary>A report on power cuts as CSV (RFC 4180): one line per cut that was tried.</summary>
public static class PowerCutCsv
{
    private const string Head =
        "design,cut,time_s,outcome,how,pc,function,line,word,different_bytes,first_difference,recovery_writes,recovery_s\r\n";

    /// <summary>The report as text.</summary>
    public static string Render(PowerCutReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder(Head);
        foreach (CutCampaign campaign in report.Designs)
            foreach (CutResult cut in campaign.Cuts)
                text.Append(string.Join(',', Fields(campaign, cut).Select(CsvText.Quote))).Append("\r\n");
        return text.ToString();
    }

    private static IEnumerable<string> Fields(CutCampaign campaign, CutResult cut) =>
    [
        campaign.Design,
        cut.Cut.ToString(),
        Seconds(cut.Time),
        cut.OutcomeWord,
        cut.How,
        cut.Place is { } place ? string.Create(CultureInfo.InvariantCulture, $"0x{place.ProgramCounter:x8}") : "",
        cut.Place?.Function ?? "",
        cut.Place?.Line ?? "",
        cut.Word,
        cut.DifferentBytes.ToString(CultureInfo.InvariantCulture),
        cut.FirstDifference,
        cut.Writes.ToString(CultureInfo.InvariantCulture),
        Seconds(cut.Duration),
    ];

    private static string Seconds(Int128 picoseconds) => ((double)picoseconds * 1e-12).ToString("R", CultureInfo.InvariantCulture);
}
