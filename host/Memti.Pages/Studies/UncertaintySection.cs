using Memti.Documents.Numbers;
using Memti.Pages.Markup;
using Memti.Pages.Reports;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Pages.Studies;

/// <summary>Intervals, what each uncertain number moves, and which numbers were not drawn.</summary>
internal static class UncertaintySection
{
    public static PageSection? Of(SweepResult result)
    {
        if (result.Samples == 0)
            return null;
        IEnumerable<Html> tornados = StudyTornados.Of(result).Select(static (one, place) => Html.Of(
            $"""<div data-design="{one.Design}">{PageChart.Of($"chart-tornado-{place}", one.Chart)}</div>"""));
        return new PageSection("uncertainty", "Uncertainty", Html.Of($"""
            <p class="note">Intervals hold 90 % of {QuantityText.Count(result.Samples)} samples at each point, in which every fitted or
            assumed number with a stated range is drawn from it. The bars show one number at a time, at the scenario itself.</p>
            <div class="pair">{tornados}</div>
            {Unsampled(result)}
            """));
    }

    private static Html Unsampled(SweepResult result)
    {
        if (result.Unsampled.Count == 0)
            return Html.None;
        var table = new PageTable("Fitted and assumed numbers without a stated range", "number", "value", "status").Words(1, 2);
        foreach (UnsampledNumber number in result.Unsampled)
            table.Add(null, Html.Of($"<code>{number.Number}</code>"), Html.Of($"{number.Value}"), Badge.Of(number.Status));
        return Html.Of($"""
            <details><summary>{result.Unsampled.Count} numbers were not drawn</summary>{table.ToHtml()}</details>
            """);
    }
}
