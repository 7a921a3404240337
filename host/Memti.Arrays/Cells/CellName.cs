using Memti.Abstractions.Diagnostics;
using Memti.Documents.Nodes;
using Memti.Documents.Parameters;

namespace Memti.Arrays.Cells;

/// <summary>
/// Names of cells. Unlike those of a scenario's items they may have spaces, for published tables name their cells in words.
/// </summary>
internal static class CellName
{
    /// <summary>Longest name.</summary>
    public const int Longest = 64;

    /// <summary>A name of a cell in a file.</summary>
    public static NameType Type => new(Check, static () => new() { ["type"] = "string", ["pattern"] = Pattern, ["maxLength"] = Longest });

    /// <summary>The same rule, its length apart, as a regular expression.</summary>
    public const string Pattern = "^[A-Za-z0-9_-]+( [A-Za-z0-9_-]+)*$";

    private const string Form = "1 to 64 letters, digits, hyphens and underscores, with single spaces between words";

    /// <summary>Adds a finding for a name that cannot be used.</summary>
    public static bool Check(string name, SourceLocation place, FindingList findings)
    {
        if (name.Length <= Longest && name.Split(' ').All(IsWord))
            return true;
        string shown = name.Length <= Longest ? name : name[..Longest] + "...";
        findings.Add(DiagnosticCode.ValueOutOfRange, place, $"name '{shown}' cannot be used; permitted: {Form}.", shown, Form);
        return false;
    }

    private static bool IsWord(string word) =>
        word.Length > 0 && word.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
