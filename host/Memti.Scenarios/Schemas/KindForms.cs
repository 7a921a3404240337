using System.Text;
using System.Text.Json.Nodes;
using Memti.Abstractions.Plugins;
using Memti.Documents.Numbers;
using Memti.Documents.Parameters;
using Memti.Documents.Schemas;
using Memti.Scenarios.Keys;
using Memti.Scenarios.Kinds;

namespace Memti.Scenarios.Schemas;

/// <summary>The forms of components: the kind decides which keys there are.</summary>
/// <param name="catalog">What the loaded plugins offer.</param>
/// <param name="partial">True for an override, in which the kind may be left out and a key may be null.</param>
public sealed class KindForms(IKindCatalog catalog, bool partial)
{
    /// <summary>A component whose kind is named by <paramref name="kindKey"/>, with the keys that the host reads itself.</summary>
    public JsonObject Component(KindCategory category, string kindKey, JsonObject hostProperties)
    {
        IReadOnlyList<string> kinds = catalog.Kinds(category);
        string? fallback = category == KindCategory.Firmware ? ScenarioKeys.DefaultFirmware : null;
        JsonObject kind = JsonForm.Word("The kind, which decides the other keys.", kinds, fallback);
        JsonObject form = new() { ["type"] = "object", ["properties"] = new JsonObject { [kindKey] = partial ? JsonForm.OrNull(kind) : kind } };
        if (!partial && fallback is null)
            form["required"] = new JsonArray(kindKey);
        IEnumerable<JsonNode> forms = kinds.Select(name => OfKind(category, name, kindKey, hostProperties));
        form["allOf"] = new JsonArray([.. forms, WithoutKind(category, kindKey, hostProperties)]);
        return form;
    }

    private JsonObject OfKind(KindCategory category, string kind, string kindKey, JsonObject hostProperties) => new JsonObject
    {
        ["if"] = new JsonObject
        {
            ["required"] = new JsonArray(kindKey),
            ["properties"] = new JsonObject { [kindKey] = new JsonObject { ["const"] = kind } },
        },
        ["then"] = Closed(Properties(category, kind, kindKey, hostProperties)),
    };

    // In an override the kind is that of the document below, which the schema does not see: the keys of all kinds are taken.
    private JsonObject WithoutKind(KindCategory category, string kindKey, JsonObject hostProperties)
    {
        JsonObject properties = partial || category != KindCategory.Firmware
            ? OfAnyKind(category, kindKey, hostProperties)
            : Properties(category, ScenarioKeys.DefaultFirmware, kindKey, hostProperties);
        JsonObject lacksKind = new() { ["not"] = new JsonObject { ["required"] = new JsonArray(kindKey) } };
        return new JsonObject { ["if"] = lacksKind, ["then"] = Closed(properties) };
    }

    private JsonObject OfAnyKind(KindCategory category, string kindKey, JsonObject hostProperties)
    {
        JsonObject union = [];
        foreach (string kind in catalog.Kinds(category))
            foreach ((string key, JsonNode? form) in Properties(category, kind, kindKey, hostProperties))
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

    private JsonObject Properties(KindCategory category, string kind, string kindKey, JsonObject hostProperties)
    {
        JsonObject properties = new() { [kindKey] = true };
        foreach ((string key, JsonNode? form) in hostProperties)
            properties[key] = form!.DeepClone();
        if (catalog.TryGetOptions(category, kind, out Type? type))
            foreach (ParameterDescriptor parameter in OptionsSchema.Create(type).Parameters)
                properties[parameter.Key] = Parameter(parameter, partial);
        return properties;
    }

    private static JsonObject Closed(JsonObject properties) => new() { ["properties"] = properties, ["additionalProperties"] = false };

    /// <summary>One key of a kind, or of another options class.</summary>
    public static JsonObject Parameter(ParameterDescriptor parameter, bool partial)
    {
        JsonObject form = new() { ["description"] = Describe(parameter), ["type"] = parameter.Type.JsonType };
        if (parameter.Words.Count > 0)
            form["enum"] = JsonForm.Texts(parameter.Words);
        if (parameter.Minimum is { } minimum)
            form["minimum"] = minimum;
        if (parameter.Maximum is { } maximum)
            form["maximum"] = maximum;
        if (parameter.DefaultJson is { } fallback)
            form["default"] = fallback;
        return partial || Nullable.GetUnderlyingType(parameter.ClrType) is not null ? JsonForm.OrNull(form) : form;
    }

    private static string Describe(ParameterDescriptor parameter)
    {
        StringBuilder text = new(parameter.Description.TrimEnd('.'));
        if (parameter.Unit.Length > 0)
            text.Append(" (").Append(parameter.Unit).Append(')');
        text.Append(". Default: ").Append(parameter.Default).Append(" (").Append(StatusWord.Of(parameter.Status));
        if (parameter.Source.Length > 0)
            text.Append(": ").Append(parameter.Source.TrimEnd('.'));
        return text.Append(").").ToString();
    }
}
