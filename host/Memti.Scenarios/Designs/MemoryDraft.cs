using Memti.Abstractions.Memories;
using Memti.Documents.Nodes;
using Memti.Scenarios.Bindings;

namespace Memti.Scenarios.Designs;

/// <summary>A memory as far as it could be read.</summary>
internal sealed record MemoryDraft(string Name, MappingNode Node)
{
    public ComponentSpec? Component { get; init; }

    /// <summary>What it holds; null when the list is wrong.</summary>
    public MemoryContents? Holds { get; init; }

    public int? ResidentTasks { get; init; }

    public IReadOnlyList<int> Pinned { get; init; } = [];

    public double? ScrubDays { get; init; }

    public bool WritesDifferences { get; init; }

    public ulong? At { get; init; }

    public MemorySpec ToSpec() =>
        new(Name, Component!, Holds ?? MemoryContents.None, ResidentTasks)
        {
            Pinned = Pinned,
            ScrubDays = ScrubDays,
            WritesDifferences = WritesDifferences,
            At = At,
        };
}
