using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Json;

/// <summary>
/// The members of a JSON object. A member that is missing or of another type than the caller asks for is an error of the file.
/// </summary>
/// <param name="node">The object; no member is there twice.</param>
/// <param name="form">The file, for findings.</param>
public sealed class JsonMembers(JsonObject node, JsonFile form)
{
    /// <summary>A text.</summary>
    /// <exception cref="MemtiException">The code of the file.</exception>
    public string Text(string name) => Of(name, JsonValueKind.String, "text").GetValue<string>();

    /// <summary>A finite number.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public double Number(string name) =>
        Of(name, JsonValueKind.Number, "a number").GetValue<double>() is var number && double.IsFinite(number)
            ? number
            : throw Wrong(name, "a finite number");

    /// <summary>A whole number within a range.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public long Whole(string name, long least = long.MinValue, long most = long.MaxValue) =>
        Of(name, JsonValueKind.Number, "a whole number").AsValue().TryGetValue(out long whole) && whole >= least && whole <= most
            ? whole
            : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    /// <summary>A list of texts.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public IReadOnlyList<string> Texts(string name) => [.. Items(name).Select(
        item => item.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw Wrong(name, "a list of texts"))];

    /// <summary>A list of objects.</summary>
    /// <inheritdoc cref="Text" path="/exception"/>
    public IReadOnlyList<JsonMembers> Objects(string name) => [.. Items(name).Select(
        item => item is JsonObject members ? new JsonMembers(members, form) : throw Wrong(name, "a list of objects"))];

    /// <summary>An error about a member.</summary>
    /// <param name="name">The member.</param>
    /// <param name="permitted">What it should be.</param>
    public MemtiException Wrong(string name, string permitted) =>
        form.Refused($"'{name}' is {Shown(node[name])}; permitted: {permitted}");

    private IEnumerable<JsonNode> Items(string name) => Of(name, JsonValueKind.Array, "a list").AsArray().OfType<JsonNode>();

    private JsonNode Of(string name, JsonValueKind kind, string permitted) =>
        node[name] is { } value && value.GetValueKind() == kind ? value : throw Wrong(name, permitted);

    private static string Shown(JsonNode? value) => value switch
    {
        null => "missing",
        JsonObject => "an object",
        JsonArray => "a list",
        _ => value.ToJsonString(StrictJson.Options),
    };
}
