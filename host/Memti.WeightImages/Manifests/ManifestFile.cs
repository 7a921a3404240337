using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.WeightImages.Codes;

namespace Memti.WeightImages.Manifests;

/// <summary>Reads and writes manifest files. Equal manifests give equal bytes.</summary>
public static class ManifestFile
{
    /// <summary>The sealed file contents of a manifest.</summary>
    public static byte[] ToBytes(WeightManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return ManifestSealing.Seal(ManifestJson.Write(manifest with { Seal = ManifestSealing.Blank }));
    }

    /// <summary>Writes a manifest atomically.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Write(string path, WeightManifest manifest) => WholeFile.Write(path, ToBytes(manifest));

    /// <summary>Reads a manifest and checks its seal.</summary>
    /// <exception cref="MemtiException">
    /// <see cref="DiagnosticCode.FileUnreadable"/>; <see cref="WeightImageCodes.ManifestDamaged"/>, with the byte where known;
    /// <see cref="WeightImageCodes.ManifestUnreadable"/>.
    /// </exception>
    public static WeightManifest Read(string path) => Parse(WholeFile.Read(path), path);

    /// <summary>Reads a manifest and checks its seal.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Name of the file in findings.</param>
    /// <exception cref="MemtiException"><see cref="WeightImageCodes.ManifestDamaged"/>,
    /// <see cref="WeightImageCodes.ManifestUnreadable"/>.</exception>
    public static WeightManifest Parse(ReadOnlySpan<byte> bytes, string name)
    {
        if (ManifestSealing.Damage(bytes, name) is { } damage)
            throw new MemtiException(damage);
        return ManifestJson.Read(bytes, name);
    }
}
