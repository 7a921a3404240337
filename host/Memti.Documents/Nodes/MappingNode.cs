namespace Memti.Documents.Nodes;

/// <summary>Keys and values in the order in which they were written; keys are unique.</summary>
public sealed class MappingNode(SourceLocation place, IReadOnlyList<MappingEntry> entries)
    : Node(place, entries.Select(static entry => entry.Value))
{
    private readonly Dictionary<string, MappingEntry> _entries = entries.ToDictionary(static entry => entry.Key, StringComparer.Ordinal);

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyList<MappingEntry> Entries { get; } = entries;

    /// <inheritdoc />
    public override string Shown => "a mapping";

    /// <summary>The value of a key; null when it is not there.</summary>
    public Node? Find(string key) => FindEntry(key)?.Value;

    /// <summary>The entry of a key; null when the mapping does not have it.</summary>
    public MappingEntry? FindEntry(string key) => _entries.GetValueOrDefault(key);

    /// <inheritdoc />
    public override Node Under(string key)
    {
        SourceLocation place = Place with { Key = key };
        return new MappingNode(place, [.. Entries.Select(entry => Moved(entry, place))]);
    }

    private static MappingEntry Moved(MappingEntry entry, SourceLocation parent)
    {
        string key = parent.Below(entry.Key).Key;
        return new MappingEntry(entry.Key, entry.Place with { Key = key }, entry.Value.Under(key));
    }
}
