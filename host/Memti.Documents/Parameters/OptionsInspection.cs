using System.Reflection;
using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>Reads an options class by reflection and collects everything in it that breaks the contract.</summary>
/// <param name="optionsType">The class.</param>
/// <param name="reserved">Keys that the class may not have, because its mapping has them already.</param>
public sealed class OptionsInspection(Type optionsType, IReadOnlyList<string> reserved)
{
    private readonly List<string> _faults = [];
    private readonly List<ParameterDescriptor> _parameters = [];

    /// <exception cref="MemtiException"><see cref="DiagnosticCode.PluginInvalid"/>, one finding for all faults.</exception>
    public OptionsSchema Inspect()
    {
        object? options = CreateOptions();
        if (options is not null)
            foreach (PropertyInfo property in Properties())
                InspectProperty(property, options);
        if (_faults.Count == 0)
            return new OptionsSchema(optionsType, _parameters);
        string text = $"options class '{optionsType.FullName}' breaks the contract: {string.Join("; ", _faults)}.";
        throw new MemtiException(new Diagnostic(DiagnosticCode.PluginInvalid, text) { Value = optionsType.FullName });
    }

    private object? CreateOptions()
    {
        if (!optionsType.IsClass
            || optionsType.IsAbstract
            || optionsType.ContainsGenericParameters
            || optionsType.GetConstructor([]) is null)
        {
            _faults.Add("it is no class with a public constructor without parameters");
            return null;
        }

        try
        {
            return Activator.CreateInstance(optionsType);
        }
        catch (TargetInvocationException error)
        {
            _faults.Add($"its constructor threw {error.InnerException?.GetType().Name}: {error.InnerException?.Message.TrimEnd('.')}");
            return null;
        }
    }

    private IEnumerable<PropertyInfo> Properties() =>
        optionsType.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Where(static property => property.IsDefined(typeof(ParameterAttribute), inherit: true))
            .OrderBy(static property => Generation(property.DeclaringType))
            .ThenBy(static property => property.MetadataToken);

    private static int Generation(Type? type) => type is null ? 0 : 1 + Generation(type.BaseType);

    private void InspectProperty(PropertyInfo property, object options)
    {
        ParameterAttribute attribute = property.GetCustomAttribute<ParameterAttribute>(inherit: true)!;
        if (!IsOpen(property))
            _faults.Add($"'{property.Name}' is no public property that can be read and set");
        else if (TypeOf(property, attribute) is { } type)
            InspectParameter(property, attribute, type, options);
    }

    private static bool IsOpen(PropertyInfo property) =>
        property is { GetMethod: { IsPublic: true, IsStatic: false }, SetMethod.IsPublic: true }
            && property.GetIndexParameters().Length == 0;

    private void InspectParameter(PropertyInfo property, ParameterAttribute attribute, ParameterType type, object options)
    {
        string key = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name) + type.KeySuffix;
        if (reserved.Contains(key))
            _faults.Add($"key '{key}' of '{property.Name}' belongs to the host");
        else if (_parameters.Exists(other => other.Name == key))
            _faults.Add($"key '{key}' is there twice");
        else if (HasRange(property, attribute, type) && DefaultOf(property, type, options, out object? value))
            _parameters.Add(new ParameterDescriptor(property, attribute, type, key, value));
    }

    private ParameterType? TypeOf(PropertyInfo property, ParameterAttribute attribute)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        ValueRange range = new(attribute.Minimum, attribute.Maximum);
        IReadOnlyList<QuantityUnit> units = QuantityUnit.For(type);
        if (units.Count > 0)
            return QuantityOf(property, attribute.Unit, units, range);
        ParameterType? known = type == typeof(DecimalNumber) ? null : ParameterType.Of(type, range);
        if (known is null)
            _faults.Add($"'{property.Name}' has type {type.Name}, which no key can have");
        return known;
    }

    private QuantityType? QuantityOf(PropertyInfo property, string unit, IReadOnlyList<QuantityUnit> units, ValueRange range)
    {
        QuantityUnit? known = units.FirstOrDefault(candidate => candidate.Name == unit);
        if (known is null)
            _faults.Add(
                $"'{property.Name}' has unit '{unit}'; permitted: {string.Join(", ", units.Select(static candidate => candidate.Name))}");
        return known is null ? null : new QuantityType(known)
        {
            Range = double.IsNegativeInfinity(range.Minimum) ? range with { Minimum = 0 } : range,
        };
    }

    private bool HasRange(PropertyInfo property, ParameterAttribute attribute, ParameterType type)
    {
        bool any = double.IsNegativeInfinity(attribute.Minimum) && double.IsPositiveInfinity(attribute.Maximum);
        if (any || (type.IsNumber && attribute.Minimum <= attribute.Maximum))
            return true;
        _faults.Add(
            type.IsNumber ? $"the minimum of '{property.Name}' is above its maximum" : $"'{property.Name}' has a range and is no number");
        return false;
    }

    private bool DefaultOf(PropertyInfo property, ParameterType type, object options, out object? value)
    {
        value = null;
        try
        {
            value = property.GetValue(options);
        }
        catch (TargetInvocationException error)
        {
            _faults.Add($"'{property.Name}' threw {error.InnerException?.GetType().Name} when it was read");
            return false;
        }

        if (value is null || !type.IsNumber || (double.IsFinite(type.ToNumber(value)) && type.Range.Holds(type.ToNumber(value))))
            return true;
        _faults.Add($"the default of '{property.Name}' is {type.ToText(value)}; permitted: {type.Range}");
        return false;
    }
}
