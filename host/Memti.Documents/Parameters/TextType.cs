using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary><see cref="string"/>; quotes are not needed.</summary>
public sealed class TextType : ParameterType
{
    /// <summary>Most characters of a text that the host reads itself.</summary>
    public const int LongestOfDocument = 1000;

    /// <summary>Most characters, of which there must then be one; null for any text.</summary>
    public int? Longest { get; init; }

    /// <summary>Words that a schema offers, though the reader takes any text; none for no words.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <inheritdoc />
    public override string Permitted =>
        Longest is null ? "text" : string.Create(CultureInfo.InvariantCulture, $"1 to {Longest} characters");

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings)
    {
        string? text = Longest is not null && node.IsNull ? null : (node as ScalarNode)?.Text;
        if (text is null)
            findings.WrongType(node, "text");
        else if (Longest is { } longest && (text.Length == 0 || text.Length > longest))
            findings.OutOfRange(node, $"text of {Permitted}");
        else
            return text;
        return null;
    }

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope)
    {
        JsonObject form = new() { ["type"] = "string" };
        if (Known.Count > 0)
            form["enum"] = JsonForm.Texts(Known);
        else if (Longest is not null)
            form["minLength"] = 1;
        return form;
    }

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => JsonValue.Create((string)value);
}
