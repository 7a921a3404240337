using System.Text.Json.Nodes;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;

namespace Memti.Scenarios.Kinds;

/// <summary>The forms of components: the kind decides which keys there are.</summary>
/// <param name="catalog">What the loaded plugins offer.</param>
/// <param name="partial">True for an override, in which the kind may be left out and a key may be null.</param>
public sealed class KindForms(IKindCatalog catalog, bool partial) : SchemaScope(partial)
{
    /// <inheritdoc />
    public override SchemaScope Whole => Partial ? new KindForms(catalog, partial: false) : this;

    /// <summary>A component with the keys of every kind that it may be of.</summary>
    public JsonObject Component(ComponentType component)
    {
        IReadOnlyList<string> kinds = catalog.Kinds(component.Category);
        JsonObject kind = JsonForm.Word("The kind, which decides the other keys.", kinds, component.FallbackKind);
        JsonObject form = new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [component.KindKey] = KindOf(component, Partial ? JsonForm.OrNull(kind) : kind) },
        };
        if (!Partial && component.FallbackKind is null)
            form["required"] = new JsonArray(component.KindKey);
        IEnumerable<JsonNode> forms = kinds.Select(name => OfKind(component, name));
        IEnumerable<JsonNode> inline = component.Inline is null ? [] : [Inline(component)];
        form["allOf"] = new JsonArray([.. forms, WithoutKind(component), .. inline]);
        return form;
    }

    private JsonObject KindOf(ComponentType component, JsonObject word) =>
        component.Inline is not { } inline ? word
            : new JsonObject { ["anyOf"] = new JsonArray(word, new KeySection(inline.Options.Parameters).Schema(this)) };

    private static JsonObject Inline(ComponentType component) => new()
    {
        ["if"] = new JsonObject
        {
            ["required"] = new JsonArray(component.KindKey),
            ["properties"] = new JsonObject { [component.KindKey] = new JsonObject { ["type"] = "object" } },
        },
        ["then"] = Closed(new JsonObject { [component.KindKey] = true }),
    };

    private JsonObject OfKind(ComponentType component, string kind) => new()
    {
        ["if"] = new JsonObject
        {
            ["required"] = new JsonArray(component.KindKey),
            ["properties"] = new JsonObject { [component.KindKey] = new JsonObject { ["const"] = kind } },
        },
        ["then"] = Closed(Properties(component, kind)),
    };

    // In an override the kind is that of the document below, which the schema does not see: the keys of all kinds are taken.
    private JsonObject WithoutKind(ComponentType component)
    {
        JsonObject lacksKind = new() { ["not"] = new JsonObject { ["required"] = new JsonArray(component.KindKey) } };
        JsonObject properties = !Partial && component.FallbackKind is { } kind ? Properties(component, kind) : OfAnyKind(component);
        return new JsonObject { ["if"] = lacksKind, ["then"] = Closed(properties) };
    }

    private JsonObject OfAnyKind(ComponentType component)
    {
        JsonObject union = [];
        foreach (string kind in catalog.Kinds(component.Category))
            foreach ((string key, JsonNode? form) in Properties(component, kind))
                Join(union, key, form!.DeepClone());
        return union;
    }

    private static void Join(JsonObject union, string key, JsonNode form)
    {
        if (union[key] is not { } known)
            union[key] = form;
        else if (!JsonNode.DeepEquals(known, form))
            union[key] = new JsonObject { ["anyOf"] = new JsonArray(known.DeepClone(), form) };
    }

    private JsonObject Properties(ComponentType component, string kind)
    {
        JsonObject properties = new() { [component.KindKey] = true };
        IReadOnlyList<DocumentKey> ofKind = catalog.TryGetOptions(component.Category, kind, out Type? type)
            ? KindOptions.SchemaOf(type).Parameters
            : [];
        foreach (DocumentKey key in component.HostKeys.Concat(ofKind))
            properties[key.Name] = key.Schema(this);
        return properties;
    }

    private static JsonObject Closed(JsonObject properties) => new() { ["properties"] = properties, ["additionalProperties"] = false };
}
