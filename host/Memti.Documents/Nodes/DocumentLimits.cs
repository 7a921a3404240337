namespace Memti.Documents.Nodes;

/// <summary>What a document may hold: aliases can make a small file grow without end.</summary>
public static class DocumentLimits
{
    public const int Bytes = 4 * 1024 * 1024;

    public const int Values = 100_000;

    public const int Depth = 64;
}
