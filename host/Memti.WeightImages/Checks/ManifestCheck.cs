using Memti.Abstractions.Diagnostics;

namespace Memti.WeightImages.Checks;

/// <summary>Whether a manifest and all that it names are what they were when they were written.</summary>
public static class ManifestCheck
{
    /// <summary>Checks the manifest's seal, every file's length and hash, and that every file holds what the manifest says.</summary>
    /// <param name="manifestPath">The manifest; files are looked for beside it.</param>
    /// <returns>All findings, none when all is well.</returns>
    public static IReadOnlyList<Diagnostic> Verify(string manifestPath)
    {
        ManifestImages.TryLoad(manifestPath, out IReadOnlyList<Diagnostic> findings);
        return findings;
    }
}
