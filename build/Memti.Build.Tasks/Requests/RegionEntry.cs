namespace Memti.Build.Tasks.Requests;

/// <summary>A memory region from an item <c>MemtiRegion</c>; null for metadata that it does not set.</summary>
internal sealed record RegionEntry
{
    public required string Name { get; init; }

    public required string Memory { get; init; }

    public string? Address { get; init; }

    public long? CapacityBytes { get; init; }

    public IReadOnlyList<string>? Formats { get; init; }

    public required DiagnosticLocation Place { get; init; }
}
