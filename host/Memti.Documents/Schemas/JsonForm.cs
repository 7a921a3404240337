using System.Text.Json.Nodes;
using Memti.Documents.Files;

namespace Memti.Documents.Schemas;

/// <summary>The small parts that the schema is made of.</summary>
public static class JsonForm
{
    /// <summary>The text of a whole schema.</summary>
    /// <param name="title">What files of this form are.</param>
    /// <param name="root">The form of the whole document.</param>
    public static string Document(string title, JsonObject root)
    {
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "title", title);
        return JsonText.Of(root);
    }

    /// <summary>The schema of a text that is not empty.</summary>
    public static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string", ["minLength"] = 1 };

    /// <summary>The schema of a name: 1 to 64 letters, digits, hyphens and underscores.</summary>
    public static JsonObject Name() => new() { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9_-]{1,64}$" };

    /// <summary>The schema of one of the words.</summary>
    public static JsonObject Word(string description, IReadOnlyList<string> words, string? fallback = null)
    {
        JsonObject form = new() { ["description"] = description, ["type"] = "string", ["enum"] = Texts(words) };
        if (fallback is not null)
            form["default"] = fallback;
        return form;
    }

    /// <summary>The form, or null, which removes a key.</summary>
    public static JsonObject OrNull(JsonNode form) => new() { ["anyOf"] = new JsonArray(form, new JsonObject { ["type"] = "null" }) };

    /// <summary>An array of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];
}
