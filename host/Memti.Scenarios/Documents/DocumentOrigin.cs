using Memti.Abstractions;

namespace Memti.Scenarios;

/// <summary>Where a text comes from, and how its findings are coded.</summary>
internal sealed record DocumentOrigin(string? File)
{
    /// <summary>Code for a text that is not well-formed.</summary>
    public string SyntaxCode { get; init; } = DiagnosticCode.ScenarioSyntax;

    /// <summary>Code for a text with nothing in it; null when that is no finding.</summary>
    public string? EmptyCode { get; init; } = DiagnosticCode.ScenarioEmpty;

    /// <summary>Key that the root of the text stands under.</summary>
    public string Key { get; init; } = "";

    /// <summary>Line of the text's first line.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>Characters before the text in its first line.</summary>
    public int Indent { get; init; }

    public SourcePlace Place(long line, long column, string key) =>
        new(File, (int)line + FirstLine - 1, (int)column + (line == 1 ? Indent : 0), key);
}
