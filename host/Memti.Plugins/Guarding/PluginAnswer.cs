using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Guarding;

/// <summary>Looks for null where the contract has none: in what a plugin gives, and in the figures inside it.</summary>
public static class PluginAnswer
{
    private static readonly Assembly Contract = typeof(IMemtiPlugin).Assembly;
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Required = new();

    /// <summary>Gives back what a plugin gave, when nothing in it is missing.</summary>
    /// <param name="value">What the plugin gave.</param>
    /// <param name="member">The member that gave it; null for the one that is called.</param>
    /// <exception cref="NullAnswerException">The value is null, or has null where the contract permits none.</exception>
    public static T Whole<T>(T? value, string? member = null) =>
        value is null ? throw new NullAnswerException(member, "null")
        : MissingIn(value) is { } place ? throw new NullAnswerException(member, $"null for {place}")
        : value;

    private static string? MissingIn(object value) => value switch
    {
        string => null,
        IEnumerable list => MissingIn(list),
        _ when value.GetType().Assembly == Contract => MissingInProperty(value),
        _ => null,
    };

    private static string? MissingIn(IEnumerable list)
    {
        if (!HasReferences(list.GetType()))
            return null;
        int index = 0;
        foreach (object? element in list)
        {
            if (element is null)
                return $"[{index}]";
            if (MissingIn(element) is { } place)
                return $"[{index}].{place}";
            index++;
        }

        return null;
    }

    // Only lists of the contract's own records are looked into: those of numbers have no null, and others are the plugin's business.
    private static bool HasReferences(Type list) =>
        list.GetInterfaces().Append(list).Any(
            static one =>
                one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                    && (one.GetGenericArguments()[0] == typeof(string) || one.GetGenericArguments()[0].Assembly == Contract));

    private static string? MissingInProperty(object value)
    {
        foreach (PropertyInfo property in Required.GetOrAdd(value.GetType(), static type => RequiredOf(type)))
        {
            object? inner = property.GetValue(value);
            if (inner is null)
                return property.Name;
            if (MissingIn(inner) is { } place)
                return place[0] == '[' ? property.Name + place : $"{property.Name}.{place}";
        }

        return null;
    }

    /// <summary>Properties that whoever makes the value sets, and that refer to something.</summary>
    private static PropertyInfo[] RequiredOf(Type type)
    {
        NullabilityInfoContext nullability = new();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.CanWrite && property.GetIndexParameters().Length == 0)
            .Where(property => property.PropertyType.IsValueType
                ? property.PropertyType.Assembly == Contract && RequiredOf(property.PropertyType).Length > 0
                : nullability.Create(property).ReadState == NullabilityState.NotNull)];
    }
}
