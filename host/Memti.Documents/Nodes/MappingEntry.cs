namespace Memti.Documents.Nodes;

/// <summary>A key of a mapping and its value.</summary>
/// <param name="Key">The key itself, without the keys above it.</param>
/// <param name="Place">Where the key stands.</param>
/// <param name="Value">What it says.</param>
public sealed record MappingEntry(string Key, SourceLocation Place, Node Value);
