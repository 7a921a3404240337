namespace Memti.Documents.Nodes;

/// <summary>What a document may hold: aliases can make a small file grow without end.</summary>
public static class DocumentLimits
{
    /// <summary>Largest document, in bytes: 4 MiB.</summary>
    public const int Bytes = 4 * 1024 * 1024;

    /// <summary>Most values of one document.</summary>
    public const int Values = 100_000;

    /// <summary>Longest key with those above it, in characters: every value knows the whole key under which it stands.</summary>
    public const int KeyLength = 1024;

    /// <summary>Deepest nesting of mappings and sequences.</summary>
    public const int Depth = 64;
}
