using Memti.Abstractions.Cells;
using Memti.Documents.Nodes;

namespace Memti.Arrays.Cells;

/// <summary>What a cell file says, as far as it could be read; the rules look at it before it becomes a cell.</summary>
/// <param name="root">The whole document.</param>
/// <param name="kind">The kind of the cell.</param>
internal sealed class CellDraft(MappingNode root, CellKind kind)
{
    private readonly Dictionary<string, CellEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _words = new(StringComparer.Ordinal);

    public CellKind Kind => kind;

    /// <summary>The numbers in the order of the file.</summary>
    public List<CellEntry> Entries { get; } = [];

    public void Add(CellEntry entry)
    {
        Entries.Add(entry);
        _entries.Add(entry.Key.Key, entry);
    }

    public void Add(string key, object? word)
    {
        if (word is not null)
            _words.Add(key, word);
    }

    /// <summary>The draft with another value of a number that it has.</summary>
    public CellDraft With(CellEntry entry)
    {
        CellDraft changed = new(root, kind);
        foreach (CellEntry other in Entries)
            changed.Add(other.Key == entry.Key ? entry : other);
        foreach ((string key, object word) in _words)
            changed.Add(key, word);
        return changed;
    }

    /// <summary>True when the file has the key, though its value may be wrong.</summary>
    public bool Has(string key) => NodeOf(key) is not null;

    /// <summary>The value of a key, or of a whole section, with its place; null when the file does not have it.</summary>
    public Node? NodeOf(string key) => Holder(key)?.Find(Name(key)) is { IsNull: false } node ? node : null;

    /// <summary>The mapping that a key stands in, and the key there; the whole document where the mapping is missing.</summary>
    public (MappingNode Mapping, string Key) PlaceFor(string key) => Holder(key) is { } section ? (section, Name(key)) : (root, key);

    public CellEntry? Find(string key) => _entries.GetValueOrDefault(key);

    /// <summary>A number in its SI unit; null when it is not there.</summary>
    public double? Si(string key) => Find(key)?.Si;

    public AccessDevice? Device => (AccessDevice?)_words.GetValueOrDefault(CellKeys.Device);

    public ElectricalMode? Mode(string key) => (ElectricalMode?)_words.GetValueOrDefault(key);

    private MappingNode? Holder(string key) =>
        key.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? root.Find(key[..dot]) as MappingNode : root;

    private static string Name(string key) => key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
