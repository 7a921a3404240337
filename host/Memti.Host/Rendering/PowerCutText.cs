using System.Globalization;
using System.Text;
using Memti.Documents.Numbers;
using Memti.Runs.PowerCuts;

namespace Memti.Host.Rendering;

/// <summary>
/// A report on power cuts for eyes: designs side by side, then the places of each, its failures and its first failing cut.
/// </summary>
internal static class PowerCutText
{
    private const int ShownFailures = 12;

    /// <summary>The report as text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="overrides">Overrides of the scenario, for the command that repeats a cut.</param>
    /// <param name="plugins">Paths of plugins, for the same.</param>
    public static string Render(PowerCutReport report, IReadOnlyList<string> overrides, IReadOnlyList<string> plugins)
    {
        string options = string.Concat(
            overrides.Select(static set => " --set " + ShellWord.Of(set))
                .Concat(plugins.Select(static path => " -p " + ShellWord.Of(path))));
        var text = new StringBuilder();
        text.Append(Designs(report));
        foreach (CutCampaign campaign in report.Designs)
            text.Append('\n').Append(Places(campaign)).Append(Failures(campaign)).Append(Smallest(report, campaign, options));
        return text.ToString();
    }

    private static string Designs(PowerCutReport report)
    {
        var table = new TextTable(["", .. report.Designs.Select(static design => design.Design)]);
        Row("words written", static design => QuantityText.Count(design.Writes));
        Row("on the most-written word", static design => QuantityText.Count(design.Wear.Max(static word => word.Writes)));
        Row("moments to cut", static design => QuantityText.Count(design.Points + design.Boundaries));
        Row("cuts tried", static design => QuantityText.Count(design.Cuts.Count));
        Row("chosen", static design => design.IsExhaustive ? "all" : design.Cuts.Count == 1 ? "one" : "stratified");
        Row("recovered", static design => QuantityText.Count(design.Count(CutOutcome.Recovered)));
        Row("detected", static design => QuantityText.Count(design.Count(CutOutcome.Detected)));
        Row("silent", static design => QuantityText.Count(design.Count(CutOutcome.Silent)));
        Row("without a cut, ms", static design => QuantityText.Number(design.Seconds * 1e3));
        Row("recovery, mean ms", static design => QuantityText.Number(design.Cuts.Average(static cut => (double)cut.Duration) * 1e-9));
        Row("recovery, longest ms", static design => QuantityText.Number((double)design.Cuts.Max(static cut => cut.Duration) * 1e-9));
        Row("recovery, mean words", static design => QuantityText.Number(design.Cuts.Average(static cut => cut.Writes)));
        return table.ToString();

        void Row(string title, Func<CutCampaign, string> value) => table.Add([title, .. report.Designs.Select(value)]);
    }

    private static string Places(CutCampaign campaign)
    {
        var table = new TextTable(campaign.Design, "words", "recovered", "detected", "silent");
        foreach (PlaceRow place in campaign.Places)
            table.Add(
                place.Place,
                QuantityText.Count(place.Writes),
                QuantityText.Count(place.Recovered),
                QuantityText.Count(place.Detected),
                QuantityText.Count(place.Silent));
        return table.ToString();
    }

    private static string Failures(CutCampaign campaign)
    {
        CutResult[] failures = [.. campaign.Cuts.Where(static cut => cut.Outcome != CutOutcome.Recovered)];
        if (failures.Length == 0 || campaign.Cuts.Count == 1)
            return "";
        TextTable table = new TextTable("cut", "outcome", "how", "word", "bytes that differ", "the first").LeftAlign(1, 2, 3, 5);
        foreach (CutResult cut in failures.Take(ShownFailures))
            table.Add(
                cut.Cut.ToString(), cut.OutcomeWord, cut.How, cut.Word, QuantityText.Count(cut.DifferentBytes), cut.FirstDifference);
        string more = failures.Length <= ShownFailures
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"and {failures.Length - ShownFailures} more; --format csv lists all cuts, json all failures\n");
        return "\n" + table + more;
    }

    private static string Smallest(PowerCutReport report, CutCampaign campaign, string options)
    {
        if (campaign.Smallest is not { } cut)
            return "";
        var text = new StringBuilder();
        string which = campaign.Cuts.Count == 1 ? "the cut" : $"the first {cut.OutcomeWord} cut";
        text.Append(CultureInfo.InvariantCulture, $"\n{which} of '{campaign.Design}', {cut.Cut}:\n");
        foreach (TimelineLine line in campaign.Timeline)
            text.Append(CultureInfo.InvariantCulture, $"  {(double)line.Time * 1e-9,14:0.000000} ms  {line.What}\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"again: memti powercut {ShellWord.Of(report.Scenario)} --design {ShellWord.Of(campaign.Design)} --only {cut.Cut}{options}\n");
        return text.ToString();
    }
}
