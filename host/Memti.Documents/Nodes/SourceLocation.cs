namespace Memti.Documents.Nodes;

/// <summary>Where a value was written; it stays with the value through every override.</summary>
/// <param name="File">The file as the user named it, or <c>--set</c>; the line is then the number of the expression.</param>
/// <param name="Line">Line, from 1; 0 when unknown.</param>
/// <param name="Column">Column, from 1; 0 when unknown.</param>
/// <param name="Key">Full key, such as <c>designs.all-sram.memories.task.kind</c>; empty for the document itself.</param>
public sealed record SourceLocation(string? File, int Line, int Column, string Key)
{
    /// <summary>The same place, with a key below its own.</summary>
    public SourceLocation Below(string key) => this with { Key = Key.Length == 0 ? key : $"{Key}.{key}" };
}
