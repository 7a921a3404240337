using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Files;
using Memti.Documents.Numbers;

namespace Memti.Runs.Reports;

/// <summary>
/// A report as JSON, version 1. Each design has the columns of <see cref="ResultColumn"/> as plain numbers. <c>reference</c>,
/// <c>reference_status</c>, <c>ratio</c> and <c>status</c> hold their published values, ratios and statuses.
/// </summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Names = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>The report as text.</summary>
    public static string Render(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var root = new JsonObject
        {
            ["memti_run"] = 1,
            ["scenario"] = report.Scenario,
            ["fps"] = report.Fps,
            ["duration_s"] = report.DurationSeconds,
            ["baseline"] = Node(report.Baseline),
            ["best_baseline"] = Node(report.BestBaseline),
            ["tried_baselines"] = Node(report.TriedBaselines),
            ["reference_source"] = report.ReferenceSource,
            ["designs"] = new JsonArray([.. report.Designs.Select(Design)]),
            ["calibration"] = Node(report.Calibration),
            ["reproduce"] = new JsonObject
            {
                ["memti"] = report.Version,
                ["scenario_sha256"] = report.ScenarioSha256,
                ["calibration_sha256"] = report.CalibrationSha256,
                ["seed"] = report.Seed,
                ["set"] = Node(report.Overrides),
                ["plugins"] = Node(report.Plugins),
            },
        };
        if (report.Weights is { } weights)
            root["weights"] = Node(weights);
        return JsonText.Of(root);
    }

    private static JsonObject Design(DesignReport design)
    {
        var node = new JsonObject { ["name"] = design.Name, ["description"] = design.Description, ["firmware"] = design.Firmware };
        (node["fps"], node["duration_s"]) = (design.OperatingPoint.Fps, design.OperatingPoint.DurationS);
        (node["frames_worked_on"], node["energy_mj"]) = (design.OperatingPoint.FramesWorkedOn, design.OperatingPoint.EnergyMj);
        node["average_power_mw"] = design.OperatingPoint.AveragePowerMw;
        foreach (Comparison figure in design.Comparisons)
            node[figure.Column.Key] = Figure(figure);
        node["reference"] = Figures(design, static figure => figure.Reference);
        node["reference_status"] = Figures(design, static figure => Word(figure.ReferenceStatus));
        node["reference_holds_at_fps"] = Figures(design, static figure => figure.HoldsAtFps);
        node["ratio"] = Figures(design, static figure => figure.Ratio);
        node["status"] = Figures(design, static figure => figure.Value is null ? null : Word(figure.Status));
        node["rests_on"] = Figures(design, static figure => figure.Elasticities.Count == 0 ? null : Node(figure.Elasticities));
        node["energy"] = Node(design.Energy);
        node["ledger_gap"] = design.LedgerGap;
        node["power"] = Node(design.Power);
        if (design.Core is { } core)
            node["processor"] = Node(core);
        if (design.Supply is { } supply)
            node["supply"] = Node(supply);
        if (design.Streams is { } streams)
        {
            node["streams_score"] = streams.Score;
            node["streams_hyperperiod_ms"] = streams.HyperperiodMs;
            node["streams_are_irregular"] = streams.IsIrregular;
            node["streams"] = Node(streams.Rows);
        }

        node["frames"] = Node(design.Frames);
        node["tasks"] = Node(design.Tasks);
        if (design.Time.Count > 0)
            node["time"] = Node(design.Time);
        node["reload_bytes_per_frame"] = design.ReloadBytesPerFrame;
        node["lifetimes"] = Node(design.Lifetimes);
        node["memories"] = Node(design.Memories);
        node["variants"] = Node(design.Variants);
        return node;
    }

    private static JsonValue? Figure(Comparison figure) => figure.Column.Key == "frames_missed"
        ? JsonValue.Create((long)figure.Value!)
        : JsonValue.Create(figure.Value);

    private static JsonObject Figures(DesignReport design, Func<Comparison, JsonNode?> pick)
    {
        var node = new JsonObject();
        foreach (Comparison figure in design.Comparisons)
            if (pick(figure) is { } value)
                node[figure.Column.Key] = value;
        return node;
    }

    private static string? Word(NumberStatus? status) => status is null ? null : StatusWord.Of(status.Value);

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Names);
}
