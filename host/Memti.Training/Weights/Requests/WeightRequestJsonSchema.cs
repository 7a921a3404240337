using System.Text.Json.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Training.Weights.Requests;

/// <summary>Writes the JSON Schema (draft 2020-12) of requests.</summary>
public static class WeightRequestJsonSchema
{
    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        JsonObject root = RequestKeys.Root.Schema(SchemaScope.Document);
        root.Insert(0, "description", "What weight images shall be made of: scenario, backbone, tasks, regions, budgets.");
        return JsonForm.Document("Memti weight request", root);
    }
}
