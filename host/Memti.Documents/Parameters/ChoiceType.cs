using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>One of a few values, each with its word.</summary>
/// <param name="choices">The words and what they mean.</param>
public sealed class ChoiceType(params IReadOnlyList<(string Word, object Value)> choices) : ParameterType
{
    /// <summary>The words and what they mean.</summary>
    public IReadOnlyList<(string Word, object Value)> Choices => choices;

    /// <inheritdoc />
    public override IReadOnlyList<string> Words { get; } = [.. choices.Select(static choice => choice.Word)];

    /// <summary>True when the words are numbers, which a schema then shows without quotes.</summary>
    public bool Numeric { get; init; }

    /// <summary>Whole numbers to choose from.</summary>
    public static ChoiceType Of(params IReadOnlyList<int> numbers) =>
        new([.. numbers.Select(static number => (ValueRange.Written(number), (object)number))]) { Numeric = true };

    /// <inheritdoc />
    public override object? Read(Node node, FindingList findings) =>
        NodeValue.TryReadWord(node, Words, findings, out int index) ? choices[index].Value : null;

    /// <inheritdoc />
    public override JsonObject Schema(SchemaScope scope) => Numeric
        ? new() { ["enum"] = new JsonArray([.. choices.Select(choice => ToJson(choice.Value))]) }
        : new() { ["type"] = "string", ["enum"] = JsonForm.Texts(Words) };

    /// <inheritdoc />
    public override JsonNode ToJson(object value) => Numeric
        ? JsonValue.Create((int)value)
        : JsonValue.Create(choices.First(choice => choice.Value.Equals(value)).Word);
}
