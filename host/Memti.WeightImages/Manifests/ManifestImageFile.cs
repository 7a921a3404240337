using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>A file with a weight image.</summary>
/// <param name="File">File name relative to the manifest, with <c>/</c> between folders.</param>
/// <param name="Format">Format, such as <c>ihex</c>.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256 of the file in lower-case hexadecimal digits.</param>
/// <param name="Crc32Blocks">CRC-32 of each 1024 bytes of the file, eight digits each, to locate damage.</param>
public sealed record ManifestImageFile(
    string File,
    string Format,
    long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256,
    [property: JsonPropertyName("crc32_blocks")] string Crc32Blocks);
