using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>A region of a memory and its images.</summary>
/// <param name="Name">Name of the region.</param>
/// <param name="Memory">Name of the memory.</param>
/// <param name="Address">Address of the first byte, as text: <c>0x80000000</c>.</param>
/// <param name="CapacityBytes">Bytes that the region has; null where nobody has said.</param>
/// <param name="Layout">How values became bytes.</param>
/// <param name="Images">One image for all tasks, or one for each.</param>
public sealed record ManifestRegion(
    string Name,
    string Memory,
    [property: JsonConverter(typeof(HexAddressConverter))] ulong Address,
    long? CapacityBytes,
    ManifestLayout Layout,
    IReadOnlyList<ManifestImage> Images);
