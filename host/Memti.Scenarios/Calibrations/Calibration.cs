using Memti.Documents.Nodes;

namespace Memti.Scenarios.Calibrations;

/// <summary>A calibration file: defaults for keys of kinds, in every design that does not set them itself.</summary>
public sealed class Calibration
{
    internal Calibration(
        string name,
        string file,
        string sha256,
        IReadOnlyList<CalibrationEntry> entries,
        IReadOnlyDictionary<(string Kind, string Key), Node> values) =>
        (Name, File, Sha256, Entries, Values) = (name, file, sha256, entries, values);

    /// <summary>The calibration's name.</summary>
    public string Name { get; }

    /// <summary>The file, as it was opened.</summary>
    public string File { get; }

    /// <summary>SHA-256 of the file, in lower case hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>The values in the order of the file.</summary>
    public IReadOnlyList<CalibrationEntry> Entries { get; }

    /// <summary>What it says of a key of a kind; null for nothing.</summary>
    internal CalibrationEntry? Entry(string kind, string key) => Entries.FirstOrDefault(entry => entry.Kind == kind && entry.Key == key);

    internal IReadOnlyDictionary<(string Kind, string Key), Node> Values { get; }
}
