using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>What a key takes: how a value is read from a document, what a schema says of it, and how it is written for a person.</summary>
public abstract class ParameterType
{
    /// <summary>The numbers that are taken, in the unit of the key; any for what is not a number.</summary>
    public ValueRange Range { get; init; } = ValueRange.Any;

    /// <summary>True when a range can be given.</summary>
    public virtual bool IsNumber => false;

    /// <summary>True for counts.</summary>
    public virtual bool IsCount => false;

    /// <summary>The permitted words; empty when any value of the type goes.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>What is permitted, in words: a range, the words of an enum, <c>true or false</c>, <c>text</c>.</summary>
    public virtual string Permitted => IsNumber ? Range.ToString() : string.Join(", ", Words);

    /// <summary>End of the key for a quantity; empty for the others.</summary>
    public virtual string KeySuffix => "";

    /// <summary>The value of a node that is not null; null, with a finding, when it is wrong.</summary>
    public abstract object? Read(Node node, FindingList findings);

    /// <summary>The part of a JSON Schema that says what is taken, without description and default.</summary>
    public abstract JsonObject Schema(SchemaScope scope);

    /// <summary>A value of the type as JSON, in the unit of the key.</summary>
    public virtual JsonNode ToJson(object value) => throw new NotSupportedException($"{GetType().Name} has no defaults.");

    /// <summary>A value of the type in the unit of the key, for a check against a range.</summary>
    public virtual double ToNumber(object value) => 0;

    /// <summary>A value of the type as it would be written in a file.</summary>
    public virtual string ToText(object value) => ToJson(value).ToString();

    /// <summary>The type that reads values of a plain CLR type; null when no key can have it.</summary>
    /// <param name="type">The CLR type, not a nullable one.</param>
    /// <param name="range">The numbers that are taken.</param>
    public static ParameterType? Of(Type type, ValueRange range) => type switch
    {
        { IsEnum: true } when Enum.GetNames(type).Length > 0 => new WordType(type) { Range = range },
        { IsEnum: true } => null,
        _ when type == typeof(int) => new WholeNumberType(isLong: false) { Range = range },
        _ when type == typeof(long) => new WholeNumberType(isLong: true) { Range = range },
        _ when type == typeof(double) => new RealNumberType { Range = range },
        _ when type == typeof(DecimalNumber) => new RealNumberType { Range = range, Exact = true },
        _ when type == typeof(bool) => new BooleanType { Range = range },
        _ when type == typeof(string) => new TextType { Range = range },
        _ when type == typeof(ScenarioFile) => new FileType { Range = range },
        _ => null,
    };

    /// <summary>Type and range of a number in a JSON Schema; an end that is not finite is left out.</summary>
    protected JsonObject NumberSchema(string type, Func<double, JsonNode> number)
    {
        JsonObject form = new() { ["type"] = type };
        if (Range.Minimum == double.Epsilon)
            form["exclusiveMinimum"] = 0;
        else if (double.IsFinite(Range.Minimum))
            form["minimum"] = number(Range.Minimum);
        if (double.IsFinite(Range.Maximum))
            form["maximum"] = number(Range.Maximum);
        return form;
    }

    /// <summary>Digits that a conversion between units can be trusted for.</summary>
    protected static double WithoutNoise(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
}
