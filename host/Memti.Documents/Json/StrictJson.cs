using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Json;

/// <summary>
/// Reads the JSON that Memti itself writes: manifests, stamps and pieces of finished work. Strict, because readers must not differ on what
/// such a file says: a member that is there twice, unknown, missing, null or of another type is an error with its place.
/// </summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Form = new() { AllowDuplicateProperties = false };

    /// <summary>Settings for records, in both directions.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads a record or a list of records.</summary>
    /// <param name="bytes">Contents of the file.</param>
    /// <param name="form">What the file is and where, for findings.</param>
    /// <exception cref="MemtiException">The code of the form: the file is something else.</exception>
    public static T Read<T>(ReadOnlySpan<byte> bytes, JsonFile form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Node(bytes, form);
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) ?? throw new JsonException("it is null");
        }
        catch (JsonException error)
        {
            throw Refused(form, error);
        }
    }

    /// <summary>Reads an object whose members the caller asks for one by one.</summary>
    /// <inheritdoc cref="Read{T}" path="/param"/>
    /// <inheritdoc cref="Read{T}" path="/exception"/>
    public static JsonMembers Members(ReadOnlySpan<byte> bytes, JsonFile form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Node(bytes, form) is JsonObject members ? new JsonMembers(members, form) : throw form.Refused("it is no object");
    }

    /// <summary>Reads any value; null for a null. No list in it has null among its items.</summary>
    /// <inheritdoc cref="Read{T}" path="/param"/>
    /// <inheritdoc cref="Read{T}" path="/exception"/>
    public static JsonNode? Node(ReadOnlySpan<byte> bytes, JsonFile form)
    {
        ArgumentNullException.ThrowIfNull(form);
        try
        {
            RequireText(bytes, form);
            JsonNode? node = JsonNode.Parse(bytes, documentOptions: Form);
            RequireItems(node);
            return node;
        }
        catch (JsonException error)
        {
            throw Refused(form, error);
        }
    }

    // A node decodes its texts when somebody asks for them, and throws then what is no finding.
    private static void RequireText(ReadOnlySpan<byte> bytes, JsonFile form)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException error)
            {
                throw form.Refused(
                    FormattableString.Invariant($"the text at byte {reader.TokenStartIndex} has half a character"), inner: error);
            }
        }
    }

    // The serializer takes a null in a list of texts or records.
    private static void RequireItems(JsonNode? node)
    {
        IEnumerable<JsonNode?> parts = node switch
        {
            JsonArray list => list,
            JsonObject members => members.Select(static member => member.Value),
            _ => []
        };
        foreach (JsonNode? part in parts)
        {
            if (part is null && node is JsonArray)
                throw new JsonException($"a list has null among its items ({node.GetPath()})");
            RequireItems(part);
        }
    }

    private static MemtiException Refused(JsonFile form, JsonException error)
    {
        string where = error.Path is { Length: > 1 } path ? $"'{path[2..]}': " : "";
        string why = where + error.Message.Split(" Path:")[0].Split(" LineNumber:")[0].TrimEnd('.');
        return form.Refused(why, (int)(error.LineNumber ?? -1) + 1, (int)(error.BytePositionInLine ?? -1) + 1, error);
    }
}
