using System.Text.RegularExpressions;

namespace Memti.Arrays.NvsimCells;

/// <summary>A line <c>-Key (unit): value</c> of an NVSim cell file.</summary>
/// <param name="Number">Line in the file, from 1.</param>
/// <param name="Key">The key without its dash.</param>
/// <param name="Unit">The unit in brackets; empty for none.</param>
/// <param name="Value">What stands behind the colon.</param>
internal sealed partial record NvsimLine(int Number, string Key, string Unit, string Value)
{
    /// <summary>Reads a line; null when it has another form.</summary>
    public static NvsimLine? Parse(string text, int number)
    {
        Match match = Form().Match(text);
        return match.Success
            ? new NvsimLine(number, match.Groups["key"].Value, match.Groups["unit"].Value.Trim(), match.Groups["value"].Value.Trim())
            : null;
    }

    /// <summary>A line without its comment, behind <c>//</c> or <c>#</c>, and the space around it.</summary>
    public static string WithoutComment(string text) => Comment().Replace(text, "").Trim();

    [GeneratedRegex(@"//.*|(?<=^|\s)#.*")]
    private static partial Regex Comment();

    // Blanks are taken whole: a line of nothing but blanks must not be divided in every possible way.
    [GeneratedRegex(@"^-(?>\s*)(?<key>[A-Za-z][A-Za-z0-9]*)(?>\s*)(\((?<unit>[^)]*)\)(?>\s*))?:(?>\s*)(?<value>\S.*)$")]
    private static partial Regex Form();
}
