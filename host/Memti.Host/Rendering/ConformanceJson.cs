using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Plugins.Conformance;
using Memti.Plugins.Trials;

namespace Memti.Host.Rendering;

/// <summary>A conformance check as JSON, version 1: the laws with their statements, and the verdicts.</summary>
internal static class ConformanceJson
{
    public static string Render(ConformanceReport report)
    {
        var root = new JsonObject
        {
            ["memti_plugins_check"] = 1,
            ["passed"] = report.Passed,
            ["laws"] = new JsonArray(
                [.. MemoryLaws.All.Select(static law => new JsonObject { ["law"] = law.Name, ["statement"] = law.Statement })]),
            ["results"] = new JsonArray([.. report.Results.Select(Result)]),
        };
        return JsonText.Of(root);
    }

    private static JsonObject Result(LawResult result) => new()
    {
        ["memory"] = result.Subject,
        ["law"] = result.Law,
        ["verdict"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Verdict.ToString()),
        ["seen"] = result.Detail,
    };
}
