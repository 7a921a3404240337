using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Checks;

/// <summary>Finds the manifest that a user names.</summary>
public static class ManifestPath
{
    /// <summary>Path of the manifest: the file itself, or <see cref="WeightManifest.FileName"/> in a folder.</summary>
    /// <param name="path">A manifest, or the folder of a set of images.</param>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ImageMissing"/>: the folder has no manifest;
    /// <see cref="WeightImageCodes.ImageContradiction"/>: it is a symbolic link that leads out of the folder.</exception>
    public static string Of(string path)
    {
        if (!Directory.Exists(path))
            return path;
        string beside = Path.Combine(path, WeightManifest.FileName);
        if (!ConfinedPath.TryResolve(path, WeightManifest.FileName, out string manifest, out string why))
            throw new MemtiException(
                new Diagnostic(WeightImageCodes.ImageContradiction, $"the manifest does not lie in its folder: {why}.") { File = beside });
        return File.Exists(manifest) ? manifest : throw new MemtiException(
            new Diagnostic(
                WeightImageCodes.ImageMissing,
                $"the folder has no {WeightManifest.FileName}; permitted: a manifest, or a folder that weights were built into.")
            {
                File = path,
                Key = "manifest",
                Value = WeightManifest.FileName,
            });
    }
}
