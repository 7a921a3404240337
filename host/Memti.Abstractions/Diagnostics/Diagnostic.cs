using System.Globalization;
using System.Text;

namespace Memti.Abstractions.Diagnostics;

/// <summary>A finding: an error, its place, and what is permitted instead.</summary>
/// <param name="Code">A code such as <c>MEMTI2004</c>.</param>
/// <param name="Message">A sentence for the user, without code and place.</param>
public sealed record Diagnostic(string Code, string Message)
{
    /// <summary>Severity of the finding. Default: error.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>File of the finding, as the user named it. Default: null, for none.</summary>
    public string? File { get; init; }

    /// <summary>Line in the file, from 1. Default: 0, for unknown.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, from 1. Default: 0, for unknown.</summary>
    public int Column { get; init; }

    /// <summary>Full key of the value, such as <c>memories.weights.bits_per_cell</c>. Default: null.</summary>
    public string? Key { get; init; }

    /// <summary>The value as written. Default: null.</summary>
    public string? Value { get; init; }

    /// <summary>Permitted values: a range, a list of names, or the nearest match. Default: null.</summary>
    public string? Permitted { get; init; }

    /// <summary>Text form that MSBuild and editors turn into links: <c>file(line,column): error CODE: message</c>.</summary>
    public override string ToString()
    {
        // MSBuild recognises an error only with an origin in front of it.
        var text = new StringBuilder(File ?? "memti");
        if (Line > 0)
            text.Append(CultureInfo.InvariantCulture, $"({Line},{Math.Max(Column, 1)})");
        string word = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "message" };
        return text.Append(CultureInfo.InvariantCulture, $": {word} {Code}: {Message}").ToString();
    }
}
