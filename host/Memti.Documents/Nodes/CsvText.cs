namespace Memti.Documents.Nodes;

/// <summary>Texts of CSV files (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>A text as a field, in quotes where it has to be.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isPlain = text.AsSpan().IndexOfAny(",\"\r\n") < 0;
        return isPlain ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
