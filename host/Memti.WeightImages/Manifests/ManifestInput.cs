using System.Text.Json.Serialization;

namespace Memti.WeightImages.Manifests;

/// <summary>A file, a set of images or a plugin that the weights depend on.</summary>
/// <param name="Role">What it was used for, such as <c>backbone</c> or <c>data</c>.</param>
/// <param name="Name">Its name, relative, with <c>/</c> between folders; never an absolute path.</param>
/// <param name="Sha256">SHA-256 in lower case hexadecimal digits.</param>
public sealed record ManifestInput(
    string Role,
    string Name,
    [property: JsonPropertyName("sha256")] string Sha256);
