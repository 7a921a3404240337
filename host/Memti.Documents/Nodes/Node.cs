namespace Memti.Documents.Nodes;

/// <summary>A value of a document with the place where it was written. Immutable: merged documents share what they do not change.</summary>
public abstract class Node(SourceLocation place, IEnumerable<Node> below)
{
    /// <summary>Where the value stands.</summary>
    public SourceLocation Place { get; } = place;

    /// <summary>This value and all below it, aliases expanded.</summary>
    public int Size { get; } = 1 + below.Sum(static node => node.Size);

    /// <summary>Levels of values, 1 for a scalar.</summary>
    public int Height { get; } = 1 + below.Select(static node => node.Height).DefaultIfEmpty().Max();

    /// <summary>Characters of the longest full key of this value and of those below it.</summary>
    public int LongestKey { get; } = Math.Max(place.Key.Length, below.Select(static node => node.LongestKey).DefaultIfEmpty().Max());

    /// <summary>True for an empty value, <c>~</c> and <c>null</c>.</summary>
    public virtual bool IsNull => false;

    /// <summary>How a finding shows the value.</summary>
    public abstract string Shown { get; }

    /// <summary>The same content under another key, for an alias.</summary>
    public abstract Node Under(string key);
}
