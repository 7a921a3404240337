using System.Globalization;
using System.Text;

namespace Memti.Abstractions.Diagnostics;

/// <summary>One finding: what is wrong, where, and what would be right.</summary>
/// <param name="Code">One of <see cref="DiagnosticCode"/>, such as <c>MEMTI2004</c>.</param>
/// <param name="Message">A sentence for a person; it repeats neither the code nor the place.</param>
public sealed record Diagnostic(string Code, string Message)
{
    /// <summary>How bad it is. Default: error.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>The file it was found in, as the user named it; null when it is in no file.</summary>
    public string? File { get; init; }

    /// <summary>Line in the file, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, from 1; 0 when unknown.</summary>
    public int Column { get; init; }

    /// <summary>Full key of the value, such as <c>memories.weights.bits_per_cell</c>.</summary>
    public string? Key { get; init; }

    /// <summary>The value as it was written.</summary>
    public string? Value { get; init; }

    /// <summary>What would be right: a range, a list of names, a nearest match.</summary>
    public string? Permitted { get; init; }

    /// <summary>The text form that MSBuild and editors turn into links: <c>file(line,column): error CODE: message</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File ?? "memti");
        if (Line > 0)
            text.Append(CultureInfo.InvariantCulture, $"({Line},{Math.Max(Column, 1)})");
        string word = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "message" };
        return text.Append(CultureInfo.InvariantCulture, $": {word} {Code}: {Message}").ToString();
    }
}
