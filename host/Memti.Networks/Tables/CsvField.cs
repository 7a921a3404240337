namespace Memti.Networks.Tables;

/// <summary>A field of a CSV file.</summary>
/// <param name="Text">The field without its quotes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column of its first character, from 1.</param>
internal readonly record struct CsvField(string Text, int Line, int Column);
