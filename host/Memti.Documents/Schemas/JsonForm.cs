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

    /// <summary>The schema of a whole number.</summary>
    public static JsonObject Whole(string description, long minimum, long maximum, long? fallback = null)
    {
        JsonObject form = new() { ["description"] = description, ["type"] = "integer", ["minimum"] = minimum, ["maximum"] = maximum };
        if (fallback is not null)
            form["default"] = fallback;
        return form;
    }

    /// <summary>The schema of a number; no maximum when it is null.</summary>
    public static JsonObject Number(string description, double minimum, double? maximum = null, double? fallback = null)
    {
        JsonObject form = new() { ["description"] = description, ["type"] = "number", ["minimum"] = minimum };
        if (maximum is not null)
            form["maximum"] = maximum;
        if (fallback is not null)
            form["default"] = fallback;
        return form;
    }

    /// <summary>The schema of one of the words.</summary>
    public static JsonObject Word(string description, IReadOnlyList<string> words, string? fallback = null)
    {
        JsonObject form = new() { ["description"] = description, ["type"] = "string", ["enum"] = Texts(words) };
        if (fallback is not null)
            form["default"] = fallback;
        return form;
    }

    /// <summary>The schema of a list with a least and a greatest length.</summary>
    public static JsonObject List(string description, JsonNode items, int minimum, int maximum) => new()
    {
        ["description"] = description,
        ["type"] = "array",
        ["items"] = items,
        ["minItems"] = minimum,
        ["maxItems"] = maximum,
    };

    /// <summary>The schema of a mapping with these properties and no others.</summary>
    public static JsonObject Mapping(string description, JsonObject properties, params IReadOnlyList<string> required)
    {
        JsonObject form = new()
        {
            ["description"] = description,
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false
        };
        if (required.Count > 0)
            form["required"] = Texts(required);
        return form;
    }

    /// <summary>The form, or null, which removes a key.</summary>
    public static JsonObject OrNull(JsonNode form) => new() { ["anyOf"] = new JsonArray(form, new JsonObject { ["type"] = "null" }) };

    /// <summary>Properties that may be null in an override.</summary>
    public static JsonObject Properties(JsonObject properties, bool partial)
    {
        if (!partial)
            return properties;
        JsonObject nullable = [];
        foreach ((string key, JsonNode? form) in properties)
            nullable[key] = OrNull(form!.DeepClone());
        return nullable;
    }

    /// <summary>An array of texts.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(static text => (JsonNode)text)];
}
