using System.Globalization;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Levels;

/// <summary>Creates findings about levels.</summary>
internal static class LevelFinding
{
    public static Diagnostic Of(string code, string key, string value, string permitted) =>
        new(code, $"'{key}' is {value}; permitted: {permitted}.") { Key = key, Value = value, Permitted = permitted };

    public static Diagnostic Of(string code, string key, double value, string permitted) => Of(code, key, Text(value), permitted);

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
