using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Findings;
using Memti.WeightImages.Layouts;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Checks;

/// <summary>A manifest with its verified weight images.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Images">Its weight images, in the order of the manifest.</param>
public sealed record ManifestImages(WeightManifest Manifest, IReadOnlyList<RegionImage> Images)
{
    /// <summary>Reads a manifest with its weight images, and verifies all of it.</summary>
    /// <exception cref="MemtiException">The first error of <see cref="ManifestCheck.Verify"/>.</exception>
    public static ManifestImages Load(string manifestPath) =>
        TryLoad(manifestPath, out IReadOnlyList<Diagnostic> findings) ?? throw new MemtiException(findings.First(IsError));

    /// <summary>Reads a manifest with its weight images, and verifies all of it.</summary>
    /// <param name="manifestPath">Path of the manifest. Its files are relative to it.</param>
    /// <param name="findings">All findings; empty when everything is correct.</param>
    /// <returns>Null when a finding is an error.</returns>
    public static ManifestImages? TryLoad(string manifestPath, out IReadOnlyList<Diagnostic> findings)
    {
        var verifier = new ManifestVerifier(manifestPath);
        ManifestImages? images = verifier.Load();
        findings = verifier.Findings;
        // Warnings leave the images usable.
        return findings.Any(IsError) ? null : images;
    }

    /// <summary>Finds the weight image of a region.</summary>
    /// <param name="region">Name of the region.</param>
    /// <param name="task">The task; null for the image that all tasks share.</param>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.UnknownImage"/>: no such region, or none for the task.</exception>
    public RegionImage Find(string region, string? task)
    {
        IReadOnlyList<RegionImage> ofRegion = [.. Images.Where(image => image.Region == region)];
        if (ofRegion.Count == 0)
            throw ImageFinding.Unknown("region", region, [.. Images.Select(static image => image.Region).Distinct()]);
        return ofRegion.FirstOrDefault(image => image.Task == task)
            ?? throw ImageFinding.Unknown("task", task ?? "none", [.. ofRegion.Select(static image => image.Task ?? "none")]);
    }

    private static bool IsError(Diagnostic finding) => finding.Severity == Severity.Error;
}
