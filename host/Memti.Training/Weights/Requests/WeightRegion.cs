using Memti.Documents.Nodes;

namespace Memti.Training.Weights.Requests;

/// <summary>An address region of a memory in the scenario, with the file formats of its weight images.</summary>
/// <param name="Name">Name of the region and of its files.</param>
/// <param name="Memory">Name of the memory in the scenario.</param>
/// <param name="Address">Address of the first byte.</param>
/// <param name="Formats">File formats, such as <c>bin</c> and <c>ihex</c>; at least one.</param>
/// <param name="Place">Place in the request, or in the project that it was made from.</param>
public sealed record WeightRegion(string Name, string Memory, ulong Address, IReadOnlyList<string> Formats, SourceLocation Place)
{
    /// <summary>Size of the region in bytes. Default: null, for unlimited.</summary>
    public long? CapacityBytes { get; init; }
}
