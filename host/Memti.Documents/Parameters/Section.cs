using System.Globalization;
using System.Numerics;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;

namespace Memti.Documents.Parameters;

/// <summary>Reads the fixed keys of one mapping. A key that is absent, empty or wrong gives null; what is wrong becomes a finding.</summary>
public sealed class Section(MappingNode node, FindingList findings)
{
    private const int LongestText = 1000;

    public MappingNode Node => node;

    /// <summary>A section of a value that must be a mapping; null, with a finding, when it is not.</summary>
    public static Section? Of(Node value, FindingList findings)
    {
        if (value is MappingNode mapping)
            return new Section(mapping, findings);
        findings.WrongType(value, "a mapping");
        return null;
    }

    /// <summary>Finds every key that nothing reads.</summary>
    public void RefuseOthers(IReadOnlyList<string> known)
    {
        foreach (MappingEntry entry in node.Entries.Where(entry => !known.Contains(entry.Key)))
            findings.UnknownKey(entry, known);
    }

    public Node? Find(string key) => node.Find(key) is { IsNull: false } value ? value : null;

    /// <summary>A value that must be there.</summary>
    public Node? Require(string key, string permitted)
    {
        Node? value = Find(key);
        if (value is null)
            findings.Missing(node, key, permitted);
        return value;
    }

    public Section? Mapping(string key) => Find(key) is { } value ? Of(value, findings) : null;

    public IReadOnlyList<Node>? List(string key)
    {
        if (Find(key) is not { } value)
            return null;
        if (value is not SequenceNode list)
            findings.WrongType(value, "a list");
        return (value as SequenceNode)?.Items;
    }

    public string? Text(string key)
    {
        if (Find(key) is not { } value || !NodeValue.TryReadText(value, findings, out string? text))
            return null;
        if (text.Length is > 0 and <= LongestText)
            return text;
        findings.OutOfRange(value, "text of 1 to 1000 characters");
        return null;
    }

    /// <summary>The index of a word among the permitted ones.</summary>
    public int? Word(string key, params IReadOnlyList<string> words) =>
        Find(key) is { } value && NodeValue.TryReadWord(value, words, findings, out int index) ? index : null;

    public long? Whole(string key, long minimum, long maximum)
    {
        if (Find(key) is not { } value || !NodeValue.TryReadWhole(value, findings, out BigInteger whole))
            return null;
        if (whole >= minimum && whole <= maximum)
            return (long)whole;
        findings.OutOfRange(value, string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}"));
        return null;
    }

    public DecimalNumber? Number(string key, ValueRange range)
    {
        if (Find(key) is not { } value || !NodeValue.TryReadNumber(value, findings, out DecimalNumber number))
            return null;
        if (range.Holds(number.ToDouble()))
            return number;
        findings.OutOfRange(value, range.ToString());
        return null;
    }
}
