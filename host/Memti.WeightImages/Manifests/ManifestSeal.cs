using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>What finds any flipped bit of the manifest: digests of the whole file with these digits as zeros.</summary>
/// <param name="Sha256">SHA-256, 64 digits.</param>
/// <param name="Crc32">CRC-32, 8 digits, by which a flipped bit is located.</param>
public sealed record ManifestSeal(
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("crc32")] string Crc32);
