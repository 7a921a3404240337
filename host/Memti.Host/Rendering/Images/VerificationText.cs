using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Checks;

namespace Memti.Host.Rendering.Images;

/// <summary>Prints the result of a verification.</summary>
internal static class VerificationText
{
    public static string Table(ManifestImages? images)
    {
        if (images is null)
            return "";
        int files = images.Manifest.Regions.Sum(static region => region.Images.Sum(static image => image.Files.Count));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"whole: {files} files, {images.Images.Count} images, {images.Manifest.Regions.Count} regions, "
                + $"{images.Images.Sum(static image => (long)image.Bytes.Length)} bytes\n")
            + EngineText.Of(images.Manifest);
    }

    public static JsonObject Json(ManifestImages? images, IReadOnlyList<Diagnostic> findings) => new()
    {
        ["memti_image_verify"] = 1,
        ["whole"] = images is not null,
        ["reproduces_bits"] = images?.Manifest.Model.Engine?.ReproducesBits ?? (images is null ? null : true),
        ["findings"] = new JsonArray([.. findings.Select(Finding)]),
    };

    private static JsonObject Finding(Diagnostic finding) => new()
    {
        ["code"] = finding.Code,
        ["file"] = finding.File,
        ["key"] = finding.Key,
        ["value"] = finding.Value,
        ["permitted"] = finding.Permitted,
        ["message"] = finding.Message,
    };
}
