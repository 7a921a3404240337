using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>The weight image of one region, for one task or for all.</summary>
/// <param name="Task">The task; null for values that all tasks share.</param>
/// <param name="Bytes">Length in bytes, whole words.</param>
/// <param name="Words">Number of words.</param>
/// <param name="Cells">Number of cells, check bits included. Without multi-level cells each bit counts as one.</param>
/// <param name="DataBits">Bits of all values.</param>
/// <param name="CheckBits">Check bits of all code words.</param>
/// <param name="PayloadSha256">SHA-256 of the bytes as they lie in memory.</param>
/// <param name="Tensors">The tensors, in their order.</param>
/// <param name="Files">The files with these bytes, one per format.</param>
public sealed record ManifestImage(
    string? Task,
    long Bytes,
    long Words,
    long Cells,
    long DataBits,
    long CheckBits,
    [property: JsonPropertyName("payload_sha256")] string PayloadSha256,
    IReadOnlyList<ManifestTensor> Tensors,
    IReadOnlyList<ManifestImageFile> Files);
