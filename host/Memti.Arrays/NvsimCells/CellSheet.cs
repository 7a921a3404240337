using System.Text;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Cells;
using Memti.Documents.Numbers;

namespace Memti.Arrays.NvsimCells;

/// <summary>What an import found, to be written as a cell file: one status and one source for all numbers.</summary>
/// <param name="Name">Name of the cell.</param>
/// <param name="Source">Where the numbers come from.</param>
/// <param name="Status">How well they are known.</param>
internal sealed record CellSheet(string Name, string Source, NumberStatus Status)
{
    private const int Width = 140;

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public CellKind? Kind { get; set; }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Puts a value under a key such as <c>read.voltage_v</c>; false when there is one already.</summary>
    public bool Add(string key, string value) => _values.TryAdd(key, value);

    /// <summary>Takes a value away; false when there is none.</summary>
    public bool Remove(string key) => _values.Remove(key);

    /// <summary>The value of a key; null when there is none.</summary>
    public string? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>Keys with a value.</summary>
    public IReadOnlyList<string> Keys => [.. _values.Keys];

    /// <summary>The file, sections and keys in their usual order.</summary>
    public string Write()
    {
        StringBuilder text = new();
        text.Append("memcell: 1\nname: ").Append(Name).Append("\nkind: ").Append(CellWords.Of(Kind ?? CellKind.Rram));
        text.Append("\nstatus: ").Append(StatusWord.Of(Status)).Append("\nsource: ").Append(Quoted(Source)).Append('\n');
        foreach (string section in CellKeys.Sections)
            if (Entries(section) is { Count: > 0 } entries)
                Append(text, section, entries);
        return text.ToString();
    }

    private List<string> Entries(string section)
    {
        string[] words = [$"{section}.device", $"{section}.mode"];
        IEnumerable<string> keys = words.Concat(CellKeys.Of(section).Select(static key => key.Key)).Where(Has);
        return [.. keys.Select(key => $"{key[(section.Length + 1)..]}: {_values[key]}")];
    }

    private static void Append(StringBuilder text, string section, List<string> entries)
    {
        string line = $"{section}: {{ {string.Join(", ", entries)} }}";
        text.Append(line.Length <= Width ? line : $"{section}:\n  {string.Join("\n  ", entries)}").Append('\n');
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
