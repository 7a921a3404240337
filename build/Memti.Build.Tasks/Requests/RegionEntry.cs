namespace Memti.Build.Tasks.Requests;

/// <summary>A region of a memory of which an image is wanted, as the item <c>MemtiRegion</c> says; null where it says nothing.</summary>
internal sealed record RegionEntry
{
    public required string Name { get; init; }

    public required string Memory { get; init; }

    public string? Address { get; init; }

    public long? CapacityBytes { get; init; }

    public IReadOnlyList<string>? Formats { get; init; }

    public required DiagnosticLocation Place { get; init; }
}
