using System.Reflection;
using System.Text.Json.Nodes;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>One key of a kind, as its options class declares it.</summary>
public sealed class ParameterDescriptor
{
    private readonly PropertyInfo _property;

    public ParameterDescriptor(
        PropertyInfo property,
        ParameterAttribute attribute,
        ParameterType type,
        string key,
        ValueRange range,
        object? defaultValue)
    {
        (_property, Type, Key, Range, DefaultValue) = (property, type, key, range, defaultValue);
        FormerKeys = [.. property.GetCustomAttributes<FormerKeyAttribute>(inherit: true).Select(static former => former.Key)];
        (Description, Unit, Source, Status) = (attribute.Description, attribute.Unit, attribute.Source, attribute.Status);
        Grid = new NumberGrid { PowersOfTwo = attribute.PowersOfTwo, Step = attribute.Step, Grades = attribute.Grades, Whole = type is WholeNumberType };
    }

    /// <summary>The key, with its unit where it is a quantity: <c>set_pulse_ns</c>.</summary>
    public string Key { get; }

    /// <summary>Keys that the parameter once had, and that files may still use.</summary>
    public IReadOnlyList<string> FormerKeys { get; }

    /// <summary>What the parameter is.</summary>
    public string Description { get; }

    /// <summary>Unit of the number; empty when it has none.</summary>
    public string Unit { get; }

    /// <summary>Least permitted number, in the unit of the key; null when there is none.</summary>
    public double? Minimum => double.IsFinite(Range.Minimum) ? Range.Minimum : null;

    /// <summary>Greatest permitted number, in the unit of the key; null when there is none.</summary>
    public double? Maximum => double.IsFinite(Range.Maximum) ? Range.Maximum : null;

    /// <summary>The default as it would be written in a file; <c>null</c> when it has no value.</summary>
    public string Default => DefaultValue is null ? "null" : Type.ToText(DefaultValue);

    /// <summary>Where the default comes from; empty when it is not said.</summary>
    public string Source { get; }

    /// <summary>How well the default is known.</summary>
    public NumberStatus Status { get; }

    /// <summary>Along what the number moves when it is seen what rests on it.</summary>
    public NumberGrid Grid { get; }

    /// <summary>The property's type.</summary>
    public Type ClrType => _property.PropertyType;

    /// <summary>The permitted words of an enum; empty for other types.</summary>
    public IReadOnlyList<string> Words => Type.Words;

    /// <summary>What is permitted, in words: a range, the words of an enum, <c>true or false</c>, <c>text</c>.</summary>
    public string Permitted => Type switch
    {
        { Words.Count: > 0 } => string.Join(", ", Type.Words),
        { IsNumber: true } => Range.ToString(),
        BooleanType => "true or false",
        _ => "text",
    };

    public ParameterType Type { get; }

    public ValueRange Range { get; }

    /// <summary>The default, of type <see cref="ClrType"/>; null when it has no value.</summary>
    public object? DefaultValue { get; }

    public JsonNode? DefaultJson => DefaultValue is null ? null : Type.ToJson(DefaultValue);

    public bool TryRead(Node node, FindingList findings, out object? value) => Type.TryRead(node, Range, findings, out value);

    /// <summary>The value that an instance of the options class has, as it would be written in a file. It runs the property's getter, which is plugin code.</summary>
    public string Read(object options) => _property.GetValue(options) is { } value ? Type.ToText(value) : "null";

    /// <summary>Gives an instance of the options class a value. It runs the property's setter, which is plugin code.</summary>
    /// <exception cref="System.Reflection.TargetInvocationException">The setter threw.</exception>
    public void Set(object options, object? value) => _property.SetValue(options, value);
}
