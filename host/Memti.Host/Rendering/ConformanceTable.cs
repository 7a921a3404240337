using System.Globalization;
using Memti.Plugins.Conformance;
using Memti.Plugins.Trials;

namespace Memti.Host.Rendering;

/// <summary>A conformance check as a table: one line per memory and law, then the totals.</summary>
internal static class ConformanceTable
{
    public static string Render(ConformanceReport report)
    {
        TextTable table = new TextTable("memory", "law", "verdict", "seen").LeftAlign(1, 2, 3);
        foreach (LawResult result in report.Results)
            table.Add(result.Subject, result.Law, Word(result.Verdict), result.Detail);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{table}\n{report.Count(LawVerdict.Pass)} passed, {report.Count(LawVerdict.Fail)} failed, "
                + $"{report.Count(LawVerdict.NotApplicable)} not applicable\n");
    }

    private static string Word(LawVerdict verdict) => verdict switch
    {
        LawVerdict.Pass => "pass",
        LawVerdict.Fail => "FAIL",
        _ => "not applicable",
    };
}
