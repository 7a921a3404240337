using System.Text.RegularExpressions;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.NvsimCells;

/// <summary>Says findings about a converted cell in the words of the file that it was converted from.</summary>
/// <param name="lines">The line that gave each key of the cell.</param>
/// <param name="typeLine">Line of the cell's type, which demands what is missing.</param>
internal sealed partial class NvsimWords(IReadOnlyDictionary<string, NvsimLine> lines, int typeLine)
{
    /// <summary>The finding with NVSim's keys, in the line that it is about.</summary>
    public Diagnostic Translate(Diagnostic finding)
    {
        string? section = finding.Key?.Split('.')[0];
        return finding with
        {
            Message = InWords(finding.Message, section),
            Permitted = finding.Permitted is { } permitted ? InWords(permitted, section) : null,
            Line = finding.Key is { } key && lines.TryGetValue(key, out NvsimLine? line) ? line.Number : typeLine,
            Column = 1,
        };
    }

    private string InWords(string text, string? section) =>
        Beside().Replace(FullKey().Replace(text, match => Written(match.Groups["key"].Value)), match => section is null
            ? match.Value
            : Written($"{section}.{match.Groups["key"].Value}", match.Value));

    // The key as the file has it, else as NVSim writes it.
    private string Written(string key, string? otherwise = null)
    {
        if (lines.TryGetValue(key, out NvsimLine? line))
            return line.Unit.Length == 0 ? $"-{line.Key}" : $"-{line.Key} ({line.Unit})";
        if (NvsimKeys.Words.FirstOrDefault(word => word.Value == key).Key is { } named)
            return $"-{named}";
        NvsimKey? number = NvsimKeys.Numbers.FirstOrDefault(other => other.Target == key);
        return number is null ? otherwise ?? $"'{key}'" : number.Shift == 0 ? number.Written : $"{number.Written}, in fF,";
    }

    [GeneratedRegex(@"['`](?<key>[a-z]+\.[a-z0-9_]+)['`]")]
    private static partial Regex FullKey();

    [GeneratedRegex(@"`(?<key>[a-z]+_[a-z0-9_]+)`")]
    private static partial Regex Beside();
}
