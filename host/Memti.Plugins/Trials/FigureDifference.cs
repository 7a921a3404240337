using System.Globalization;
using System.Reflection;
using Memti.Abstractions.Memories;

namespace Memti.Plugins.Trials;

/// <summary>Tells in which figure two answers differ.</summary>
internal static class FigureDifference
{
    private static readonly PropertyInfo[] Figures = [.. typeof(MemoryFigures).GetProperties(BindingFlags.Public | BindingFlags.Instance)];

    /// <summary>The first figure that differs, with both values; null when all are identical, to the last bit.</summary>
    public static string? Of(MemoryFigures one, MemoryFigures other)
    {
        PropertyInfo? different = Figures.FirstOrDefault(figure => !Equals(figure.GetValue(one), figure.GetValue(other)));
        return different is null ? null : $"{different.Name} is {Show(different.GetValue(one))} and {Show(different.GetValue(other))}";
    }

    private static string Show(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "not stated";
}
