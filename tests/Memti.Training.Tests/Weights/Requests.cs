using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.Training.Weights.Requests;

namespace Memti.Training.Tests.Weights;

/// <summary>Requests for tests, as text and read.</summary>
internal static class Requests
{
    /// <summary>A request with an item of each sort.</summary>
    public static JsonObject Whole() => new()
    {
        ["memti_weights"] = 1,
        ["scenario"] = "node.memti.yaml",
        ["backbone"] = "b.safetensors",
        ["tasks"] = new JsonArray(new JsonObject { ["name"] = "signs", ["data"] = "generated:signs" }),
        ["regions"] = new JsonArray(new JsonObject { ["name"] = "shared", ["memory"] = "shared" }),
        ["budgets"] = new JsonArray(new JsonObject { ["name"] = "all" }),
        ["output"] = "out",
        ["work"] = "work",
    };

    /// <summary>Reads a request; what is wrong with it is found.</summary>
    public static WeightRequest? Read(JsonNode request, out IReadOnlyList<Diagnostic> findings)
    {
        using var folder = new TemporaryFolder();
        return WeightRequestReader.ReadFile(folder.Write("request.json", request.ToJsonString()), out findings);
    }

    /// <summary>Reads a request that is sound.</summary>
    public static WeightRequest Read(JsonNode request) =>
        Read(request, out IReadOnlyList<Diagnostic> findings) ?? throw new InvalidOperationException(string.Join("\n", findings));
}
