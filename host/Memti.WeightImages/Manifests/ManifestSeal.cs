using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>Digests of the whole file, computed with these digits as zeros. They detect any flipped bit.</summary>
/// <param name="Sha256">SHA-256, 64 digits.</param>
/// <param name="Crc32">CRC-32, 8 digits, to locate a flipped bit.</param>
public sealed record ManifestSeal(
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("crc32")] string Crc32);
