using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>A region of a memory with its weight images.</summary>
/// <param name="Name">Name of the region.</param>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Address">Address of the first byte, as text: <c>0x80000000</c>.</param>
/// <param name="CapacityBytes">Size of the region in bytes; null for unlimited.</param>
/// <param name="Layout">How values became bytes.</param>
/// <param name="Images">One weight image for all tasks, or one per task.</param>
public sealed record ManifestRegion(
    string Name,
    string Memory,
    [property: JsonConverter(typeof(HexAddressConverter))] ulong Address,
    long? CapacityBytes,
    ManifestLayout Layout,
    IReadOnlyList<ManifestImage> Images);
