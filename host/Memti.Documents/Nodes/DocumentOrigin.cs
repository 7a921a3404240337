using Memti.Documents.Codes;

namespace Memti.Documents.Nodes;

/// <summary>Where a text comes from, and how its findings are coded.</summary>
public sealed record DocumentOrigin(string? File)
{
    /// <summary>Code for a text that is not well-formed.</summary>
    public string SyntaxCode { get; init; } = DocumentCodes.ScenarioSyntax;

    /// <summary>Code for a text with nothing in it; null when that is no finding.</summary>
    public string? EmptyCode { get; init; } = DocumentCodes.ScenarioEmpty;

    /// <summary>Key that the root of the text stands under.</summary>
    public string Key { get; init; } = "";

    /// <summary>Number of the expression that the text belongs to, which then stands for the line; 0 for a file.</summary>
    public int Expression { get; init; }

    /// <summary>Characters before the text in its expression.</summary>
    public int Indent { get; init; }

    /// <summary>The location of a line and column of the document, under a key.</summary>
    public SourceLocation Place(long line, long column, string key) => Expression == 0
        ? new SourceLocation(File, (int)line, (int)column, key)
        : new SourceLocation(File, Expression, line == 1 ? (int)column + Indent : 1, key);
}
