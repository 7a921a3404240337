using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Files;

namespace Memti.Runs.PowerCuts;

/// <summary>A report on power cuts as JSON, version 1. Only cuts that were not recovered are listed; CSV has all.</summary>
public static class PowerCutJson
{
    /// <summary>The report as text.</summary>
    public static string Render(PowerCutReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonText.Of(new JsonObject
        {
            ["memti_powercut"] = 1,
            ["scenario"] = report.Scenario,
            ["seed"] = report.Seed,
            ["designs"] = new JsonArray([.. report.Designs.Select(Node)]),
        });
    }

    private static JsonObject Node(CutCampaign campaign) => new()
    {
        ["design"] = campaign.Design,
        ["description"] = campaign.Description,
        ["uncut_s"] = campaign.Seconds,
        ["writes"] = campaign.Writes,
        ["moments"] = campaign.Points,
        ["boundaries"] = campaign.Boundaries,
        ["cuts"] = campaign.Cuts.Count,
        ["exhaustive"] = campaign.IsExhaustive,
        ["recovered"] = campaign.Count(CutOutcome.Recovered),
        ["detected"] = campaign.Count(CutOutcome.Detected),
        ["silent"] = campaign.Count(CutOutcome.Silent),
        ["recovery_mean_s"] = campaign.Cuts.Average(static cut => (double)cut.Duration) * 1e-12,
        ["recovery_longest_s"] = (double)campaign.Cuts.Max(static cut => cut.Duration) * 1e-12,
        ["recovery_mean_writes"] = campaign.Cuts.Average(static cut => cut.Writes),
        ["recovery_most_writes"] = campaign.Cuts.Max(static cut => cut.Writes),
        ["wear"] = new JsonArray([.. campaign.Wear.Select(Node)]),
        ["places"] = new JsonArray([.. campaign.Places.Select(Node)]),
        ["smallest"] = campaign.Smallest is { } smallest ? Node(smallest) : null,
        ["timeline"] = new JsonArray([.. campaign.Timeline.Select(Node)]),
        ["failures"] = new JsonArray([.. campaign.Cuts.Where(static cut => cut.Outcome != CutOutcome.Recovered).Select(Node)]),
    };

    private static JsonObject Node(WornWord word) => new()
    {
        ["memory"] = word.Memory,
        ["words"] = word.Words,
        ["most_written_offset"] = word.Offset,
        ["most_written"] = word.Writes,
    };

    private static JsonObject Node(PlaceRow place) => new()
    {
        ["place"] = place.Place,
        ["address"] = place.Address is { } address ? Address(address) : null,
        ["writes"] = place.Writes,
        ["recovered"] = place.Recovered,
        ["detected"] = place.Detected,
        ["silent"] = place.Silent,
    };

    private static JsonObject Node(TimelineLine line) => new() { ["time_s"] = (double)line.Time * 1e-12, ["what"] = line.What };

    private static JsonObject Node(CutResult cut) => new()
    {
        ["cut"] = cut.Cut.ToString(),
        ["time_s"] = (double)cut.Time * 1e-12,
        ["outcome"] = cut.OutcomeWord,
        ["how"] = cut.How,
        ["pc"] = cut.Place is { } place ? Address(place.ProgramCounter) : null,
        ["function"] = cut.Place?.Function,
        ["line"] = cut.Place?.Line,
        ["word"] = cut.Word,
        ["different_bytes"] = cut.DifferentBytes,
        ["first_difference"] = cut.FirstDifference,
        ["recovery_writes"] = cut.Writes,
        ["recovery_s"] = (double)cut.Duration * 1e-12,
    };

    private static string Address(ulong address) => string.Create(CultureInfo.InvariantCulture, $"0x{address:x8}");
}
