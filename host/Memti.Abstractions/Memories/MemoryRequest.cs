namespace Memti.Abstractions;

/// <summary>What a memory has to hold, and the host services to size it with.</summary>
/// <param name="Contents">The blocks of equal words that are held at one time; empty for a memory that only needs its own capacity.</param>
/// <param name="Arrays">The host's array solver.</param>
public sealed record MemoryRequest(IReadOnlyList<ContentBlock> Contents, IArraySolver Arrays)
{
    /// <summary>All contents together.</summary>
    public DataSize Size => Contents.Aggregate(DataSize.Zero, static (sum, block) => sum + block.Size);
}
