using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>A file that an image was written to.</summary>
/// <param name="File">Its name, relative to the manifest, with <c>/</c> between folders.</param>
/// <param name="Format">Its form, such as <c>ihex</c>.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Sha256">SHA-256 of the file in lower case hexadecimal digits.</param>
/// <param name="Crc32Blocks">CRC-32 of each 1024 bytes of the file, eight digits each, by which damage is located.</param>
public sealed record ManifestImageFile(
    string File,
    string Format,
    long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("crc32_blocks")] string Crc32Blocks);
