using System.Text.Json.Nodes;
using Memti.Documents.Files;

namespace Memti.Runs.Sizing;

/// <summary>The result of a search as JSON, version 1. A measure that is no number, as for a frame that never came, is null.</summary>
public static class SizeJson
{
    /// <summary>The result as text.</summary>
    public static string Render(SizeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonText.Of(new JsonObject
        {
            ["memti_size"] = 1,
            ["design"] = result.Design,
            ["key"] = "supply." + result.Key,
            ["target"] = result.Target,
            ["smallest"] = Node(result.Smallest),
            ["below"] = result.Below is { } below ? Node(below) : null,
            ["trials"] = new JsonArray([.. result.Trials.Select(Node)]),
        });
    }

    private static JsonObject Node(SizeTrial trial) => new()
    {
        ["value"] = trial.Value,
        ["measure"] = double.IsFinite(trial.Measure) ? trial.Measure : null,
        ["met"] = trial.IsMet,
    };
}
