using Memti.Documents.Nodes;

namespace Memti.Training.Weights.Requests;

/// <summary>A region of addresses that a memory of the scenario has, and the forms in which its images are written.</summary>
/// <param name="Name">Name of the region and of its files.</param>
/// <param name="Memory">Name of the memory in the scenario.</param>
/// <param name="Address">Address of the first byte.</param>
/// <param name="Formats">Forms of file, such as <c>bin</c> and <c>ihex</c>; one or more.</param>
/// <param name="Place">Where the request, or the project behind it, says so.</param>
public sealed record WeightRegion(string Name, string Memory, ulong Address, IReadOnlyList<string> Formats, SourceLocation Place)
{
    /// <summary>Bytes that the region has; null when nobody says.</summary>
    public long? CapacityBytes { get; init; }
}
