using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Documents.Schemas;

namespace Memti.Documents.Parameters;

/// <summary>
/// A key, declared once. Findings, the JSON Schema, <c>memti describe</c>, options of commands and the tables of the
/// documentation all come from here.
/// </summary>
public abstract class DocumentKey
{
    /// <summary>A key with its name and meaning.</summary>
    protected DocumentKey(string name, string description) => (Name, Description) = (name, description);

    /// <summary>The key in its mapping, with its unit where it is a quantity: <c>set_pulse_ns</c>.</summary>
    public string Name { get; }

    /// <summary>What the value is.</summary>
    public string Description { get; }

    /// <summary>Unit of the number as a person writes it; empty when it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What holds when the key is left out, as it would be written in a file; <c>null</c> when nothing does.</summary>
    public string Default => DefaultWords ?? (DefaultValue is null ? "null" : Type.ToText(DefaultValue));

    /// <summary>What holds when the key is left out, in words; null where it is a value.</summary>
    public string? DefaultWords { get; init; }

    /// <summary>The value when the key is left out; null when there is none.</summary>
    public object? DefaultValue { get; protected init; }

    /// <summary>How well the default is known, and where it comes from; null where that is not a question, as for a name.</summary>
    public DefaultOrigin? Origin { get; protected init; }

    /// <summary>Keys that it once had, and that files may still use.</summary>
    public IReadOnlyList<string> FormerKeys { get; protected init; } = [];

    /// <summary>Least permitted number, in the unit of the key; null when there is none.</summary>
    public double? Minimum => double.IsFinite(Range.Minimum) ? Range.Minimum : null;

    /// <summary>Greatest permitted number, in the unit of the key; null when there is none.</summary>
    public double? Maximum => double.IsFinite(Range.Maximum) ? Range.Maximum : null;

    /// <summary>The permitted words of an enum; empty for other types.</summary>
    public IReadOnlyList<string> Words => Type.Words;

    /// <summary>What is permitted, in words: a range, the words of an enum, <c>true or false</c>, <c>text</c>.</summary>
    public string Permitted => PermittedWords ?? Type.Permitted;

    /// <summary>What is permitted, where the type alone does not say it; null where it does.</summary>
    public string? PermittedWords { get; init; }

    /// <summary>What a finding asks for when the key is missing; null when it may be left out.</summary>
    public string? Required { get; init; }

    /// <summary>What the key takes.</summary>
    public abstract ParameterType Type { get; }

    /// <summary>The numbers that the key takes, in its unit.</summary>
    public ValueRange Range => Type.Range;

    /// <summary>True when null is a value of the key, also in a document of its own.</summary>
    public virtual bool TakesNull => false;

    /// <summary>Reads a value that is not null; what is wrong becomes a finding.</summary>
    public bool TryRead(Node node, FindingList findings, [NotNullWhen(true)] out object? value)
    {
        value = Type.Read(node, findings);
        return value is not null;
    }

    /// <summary>What the mapping says under the key or a former one; null where it says nothing.</summary>
    public Node? Find(MappingNode mapping) =>
        FormerKeys.Prepend(Name).Select(mapping.Find).FirstOrDefault(static node => node is { IsNull: false });

    /// <summary>The same, with a finding where a key that must be there is missing.</summary>
    public Node? Find(Section section)
    {
        Node? node = Find(section.Node);
        if (node is null && Required is not null)
            section.Findings.Missing(section.Node, Name, Required);
        return node;
    }

    /// <summary>The JSON Schema of the value.</summary>
    public JsonObject Schema(SchemaScope scope)
    {
        JsonObject form = [];
        if (Description.Length > 0)
            form["description"] = DescriptionWithDefault();
        foreach ((string part, JsonNode? value) in Type.Schema(scope))
            form[part] = value?.DeepClone();
        if (DefaultValue is not null)
            form["default"] = Type.ToJson(DefaultValue);
        return scope.Partial || TakesNull ? JsonForm.OrNull(form) : form;
    }

    private string DescriptionWithDefault()
    {
        StringBuilder text = new(Description.TrimEnd('.'));
        if (Unit.Length > 0)
            text.Append(" (").Append(Unit).Append(')');
        if (Origin is { } origin)
            text.Append(". Default: ").Append(Default).Append(" (").Append(origin).Append(')');
        else if (DefaultWords is not null)
            text.Append(". Default: ").Append(DefaultWords);
        return text.Append('.').ToString();
    }
}
