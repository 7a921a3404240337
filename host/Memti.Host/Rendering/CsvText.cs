namespace Memti.Host.Rendering;

/// <summary>A field of a CSV file (RFC 4180).</summary>
internal static class CsvText
{
    /// <summary>The text, in quotes where it has to be.</summary>
    public static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
