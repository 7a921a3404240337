using System.Text.Json.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>Writes the JSON Schema (draft 2020-12) of study files.</summary>
public static class SweepJsonSchema
{
    /// <summary>The schema as text.</summary>
    public static string Write()
    {
        JsonObject root = SweepKeys.Root.Schema(SchemaScope.Document);
        root.Insert(0, "description", "A study: a scenario, what differs between its points, and what is wanted of them.");
        return JsonForm.Document("Memti study", root);
    }
}
