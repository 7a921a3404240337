using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Networks.Tables;

/// <summary>Writes the JSON Schema (draft 2020-12) of layer tables in YAML and JSON, for editors.</summary>
public static class NetworkJsonSchema
{
    /// <summary>The schema as text; always the same.</summary>
    public static string Write() => JsonForm.Document("Memti network", LayerKeys.OfDocument.Schema(SchemaScope.Document));
}
