using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Memti.Documents.Files;

/// <summary>
/// JSON as all commands write it: indented, line feeds on every system, letters beyond ASCII as they are, a line feed at the end.
/// </summary>
public static class JsonText
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A document as text; the same document gives the same bytes.</summary>
    public static string Of(JsonNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.ToJsonString(Layout) + "\n";
    }
}
