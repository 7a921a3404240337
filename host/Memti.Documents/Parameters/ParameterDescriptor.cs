using System.Reflection;
using Memti.Abstractions.Parameters;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>One key of a kind, as a property of its options class declares it.</summary>
public sealed class ParameterDescriptor : DocumentKey
{
    private readonly PropertyInfo _property;

    /// <summary>Describes a property of an options class.</summary>
    public ParameterDescriptor(PropertyInfo property, ParameterAttribute attribute, ParameterType type, string name, object? defaultValue)
        : base(name, attribute.Description)
    {
        (_property, Type, Unit, DefaultValue, OfTraining) = (property, type, attribute.Unit, defaultValue, attribute.OfTraining);
        Origin = new DefaultOrigin(attribute.Status, attribute.Source);
        FormerKeys = [.. property.GetCustomAttributes<FormerKeyAttribute>(inherit: true).Select(static former => former.Key)];
        Stated = double.IsNaN(attribute.Low) || double.IsNaN(attribute.High) ? null : new ValueRange(attribute.Low, attribute.High);
        Grid = new NumberGrid
        {
            PowersOfTwo = attribute.PowersOfTwo,
            Step = attribute.Step,
            Grades = attribute.Grades,
            Whole = type.IsCount,
        };
    }

    /// <summary>Where the default comes from; empty when it is not said.</summary>
    public string Source => Origin!.Source;

    /// <summary>How well the default is known.</summary>
    public NumberStatus Status => Origin!.Status;

    /// <summary>The range in which its source leaves the default, in the unit of the key; null where it states none.</summary>
    public ValueRange? Stated { get; }

    /// <summary>Along what the number moves when it is seen what rests on it.</summary>
    public NumberGrid Grid { get; }

    /// <summary>True when it says how weights are computed, and not what the network is.</summary>
    public bool OfTraining { get; }

    /// <summary>The property's type.</summary>
    public Type ClrType => _property.PropertyType;

    /// <inheritdoc />
    public override ParameterType Type { get; }

    /// <inheritdoc />
    public override bool TakesNull => Nullable.GetUnderlyingType(ClrType) is not null;

    /// <summary>
    /// The value that an instance of the options class has, as it would be written in a file. It runs the property's getter, which is
    /// plugin code.
    /// </summary>
    public string Read(object options) => _property.GetValue(options) is { } value ? Type.ToText(value) : "null";

    /// <summary>Gives an instance of the options class a value. It runs the property's setter, which is plugin code.</summary>
    /// <exception cref="TargetInvocationException">The setter threw.</exception>
    public void Set(object options, object? value) => _property.SetValue(options, value);

    /// <summary>Reads a value of a component. Relative names of files start in <paramref name="folder"/>.</summary>
    /// <param name="node">The value as it is written.</param>
    /// <param name="folder">The folder of the document; empty for the working directory.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="value">The value, of the property's type.</param>
    public bool TryRead(Node node, string folder, FindingList findings, out object? value)
    {
        bool isRead = TryRead(node, findings, out value);
        value = value is ScenarioFile file ? file.In(folder) : value;
        return isRead;
    }

    /// <summary>Sets the value that a document gives; false, with a finding, when it is wrong.</summary>
    /// <exception cref="TargetInvocationException">The setter threw.</exception>
    public bool Put(object options, Node node, string folder, FindingList findings, out object? value)
    {
        if (!TryRead(node, folder, findings, out value))
            return false;
        Set(options, value);
        return true;
    }
}
