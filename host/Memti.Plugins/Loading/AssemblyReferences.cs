using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Memti.Plugins.Loading;

/// <summary>The assemblies that an assembly refers to, read from its metadata without loading it.</summary>
internal static class AssemblyReferences
{
    /// <summary>The references of a file; none for a file that is no whole assembly, which loading reports better.</summary>
    public static IReadOnlyList<AssemblyName> Of(string file)
    {
        try
        {
            using var image = new PEReader(File.OpenRead(file));
            if (!image.HasMetadata)
                return [];
            MetadataReader metadata = image.GetMetadataReader();
            return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
        }
        catch (Exception error) when (error is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
