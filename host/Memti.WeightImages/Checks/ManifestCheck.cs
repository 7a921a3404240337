using Memti.Abstractions.Diagnostics;

namespace Memti.WeightImages.Checks;

/// <summary>Verifies a manifest and all files that it names.</summary>
public static class ManifestCheck
{
    /// <summary>Checks the seal of the manifest, length and hash of every file, and that each file holds what the manifest
    /// states.</summary>
    /// <param name="manifestPath">Path of the manifest. Its files are relative to it.</param>
    /// <returns>All findings; empty when everything is correct.</returns>
    public static IReadOnlyList<Diagnostic> Verify(string manifestPath)
    {
        ManifestImages.TryLoad(manifestPath, out IReadOnlyList<Diagnostic> findings);
        return findings;
    }
}
