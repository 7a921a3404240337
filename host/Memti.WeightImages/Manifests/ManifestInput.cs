using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>A file, dataset or plugin that the weights depend on.</summary>
/// <param name="Role">Use of the input, such as <c>backbone</c> or <c>data</c>.</param>
/// <param name="Name">Relative name with <c>/</c> between folders, never an absolute path.</param>
/// <param name="Sha256">SHA-256 in lower-case hexadecimal digits.</param>
public sealed record ManifestInput(
    string Role,
    string Name,
    [property: JsonPropertyName("sha256")] string Sha256);
