using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>How values of one CLR type are read from a document and written for a person.</summary>
public abstract class ParameterType
{
    /// <summary>The JSON Schema word: <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>string</c>.</summary>
    public abstract string JsonType { get; }

    /// <summary>True when a range can be given.</summary>
    public virtual bool IsNumber => false;

    /// <summary>What the type itself can hold, in the unit of the key.</summary>
    public virtual ValueRange Natural => ValueRange.Any;

    /// <summary>The permitted words; empty when any value of the type goes.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>End of the key for a quantity; empty for the others.</summary>
    public virtual string KeySuffix => "";

    /// <summary>Reads a value that is not null; what is wrong becomes a finding.</summary>
    public abstract bool TryRead(Node node, ValueRange range, FindingList findings, out object? value);

    /// <summary>A value of the type as JSON, in the unit of the key.</summary>
    public abstract JsonNode ToJson(object value);

    /// <summary>A value of the type in the unit of the key, for a check against a range.</summary>
    public virtual double ToNumber(object value) => 0;

    /// <summary>A value of the type as it would be written in a file.</summary>
    public virtual string ToText(object value) => ToJson(value).ToString();

    /// <summary>Digits that a conversion between units can be trusted for.</summary>
    protected static double WithoutNoise(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("G14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
}
