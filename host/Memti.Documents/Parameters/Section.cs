using Memti.Documents.Nodes;

namespace Memti.Documents.Parameters;

/// <summary>A mapping that is read, and where its findings go. <see cref="DocumentKey{T}"/> reads its keys.</summary>
public sealed class Section(MappingNode node, FindingList findings)
{
    /// <summary>The mapping that is read.</summary>
    public MappingNode Node => node;

    /// <summary>Takes what is wrong with the section.</summary>
    public FindingList Findings => findings;

    /// <summary>A section of a value that must be a mapping; null, with a finding, when it is not.</summary>
    public static Section? Of(Node value, FindingList findings)
    {
        if (value is MappingNode mapping)
            return new Section(mapping, findings);
        findings.WrongType(value, "a mapping");
        return null;
    }

    /// <summary>The value of a key; null when it is not there or empty.</summary>
    public Node? Find(string key) => node.Find(key) is { IsNull: false } value ? value : null;
}
