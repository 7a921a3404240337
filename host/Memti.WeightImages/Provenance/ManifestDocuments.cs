using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Provenance;

/// <summary>The files of a manifest: the manifest itself, and the statement and bill of materials derived from it.</summary>
public static class ManifestDocuments
{
    /// <summary>The files, the manifest last.</summary>
    public static IReadOnlyList<NamedFile> Of(WeightManifest manifest)
    {
        byte[] bytes = ManifestFile.ToBytes(manifest);
        return [.. Companions(manifest, bytes), new NamedFile(WeightManifest.FileName, bytes)];
    }

    /// <summary>Statement and bill of materials of a manifest with the given file contents.</summary>
    public static IReadOnlyList<NamedFile> Companions(WeightManifest manifest, ReadOnlySpan<byte> bytes) =>
    [
        new NamedFile(InTotoStatement.FileName, InTotoStatement.Of(manifest, bytes)),
        new NamedFile(ModelBom.FileName, ModelBom.Of(manifest, bytes)),
    ];

    /// <summary>Writes the files into a folder, each atomically.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.OutputUnwritable"/>.</exception>
    public static void Write(string folder, WeightManifest manifest)
    {
        foreach (NamedFile file in Of(manifest))
            file.WriteTo(folder);
    }

    /// <summary>True when a folder holds exactly these files.</summary>
    public static bool AreIn(string folder, WeightManifest manifest) => Of(manifest).All(file => file.IsIn(folder));
}
