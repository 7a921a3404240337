using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;

namespace Memti.Plugins.Finding;

/// <summary>Reads what assemblies declare of themselves as plugins, from metadata: none of their code is loaded or run.</summary>
public static class PluginManifestReader
{
    private static readonly AttributeTypeNames Names = new();

    // Plugins of contract 1 declare themselves under the second name: they are refused for their contract, not overlooked.
    private static readonly string[] Declarations =
        [typeof(MemtiPluginAttribute).FullName!, "Memti.Abstractions.MemtiPluginAttribute"];

    private static readonly string[] DependencyDeclarations = [typeof(MemtiPluginDependencyAttribute).FullName!];

    private static readonly string[] ProcessLibraryDeclarations = [typeof(MemtiPluginProcessLibraryAttribute).FullName!];

    /// <summary>Finds the plugins in folders and files. Every problem becomes a finding; none stops the search.</summary>
    public static PluginScan Find(PluginSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        return new PluginFinder().Find(search);
    }

    /// <summary>Reads one assembly.</summary>
    /// <returns>Null when the assembly is sound and declares no plugin.</returns>
    /// <exception cref="MemtiException">
    /// <see cref="PluginCodes.PluginUnreadable"/> when the file is no whole .NET assembly; <see cref="DiagnosticCode.PluginInvalid"/>
    /// when the declaration has a form that this host does not read.
    /// </exception>
    public static PluginManifest? Read(string assemblyFile)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyFile);
        return Read(PluginFile.FromUser(assemblyFile));
    }

    internal static PluginManifest? Read(PluginFile file)
    {
        try
        {
            byte[] content = File.ReadAllBytes(file.FullPath);
            using var image = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(content));
            RequireWhole(image, content.Length);
            return Declared(image.GetMetadataReader(), content, file);
        }
        catch (Exception error) when (error is BadImageFormatException or OverflowException or IOException or UnauthorizedAccessException)
        {
            throw Unreadable(file, error);
        }
    }

    // The metadata may be whole where the file is not: the runtime would find out, with less to say.
    private static void RequireWhole(PEReader image, int length)
    {
        if (length == 0)
            throw new BadImageFormatException("The file is empty.");
        if (!image.HasMetadata)
            throw new BadImageFormatException("The file holds no .NET metadata.");
        long needed = image.PEHeaders.SectionHeaders.Max(static section => (long)section.PointerToRawData + section.SizeOfRawData);
        if (needed > length)
            throw new BadImageFormatException($"The file ends after {length} of {needed} bytes.");
    }

    private static PluginManifest? Declared(MetadataReader metadata, byte[] content, PluginFile file)
    {
        if (!metadata.IsAssembly)
            return null;
        AssemblyDefinition assembly = metadata.GetAssemblyDefinition();
        List<CustomAttributeValue<string>> declared = Attributes(metadata, assembly, Declarations);
        if (declared.Count == 0)
            return null;
        if (declared[0].FixedArguments is not [{ Value: string entry }, { Value: string id }, { Value: int contract }, ..])
            throw Invalid(file);
        return new PluginManifest
        {
            Id = id,
            EntryType = entry.Split(',')[0],
            Contract = contract,
            Dependencies = Named(metadata, assembly, DependencyDeclarations),
            ProcessLibraries = Named(metadata, assembly, ProcessLibraryDeclarations),
            AssemblyName = metadata.GetString(assembly.Name),
            AssemblyVersion = assembly.Version,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            FullPath = file.FullPath,
            File = file.Shown,
        };
    }

    /// <summary>The names that attributes with one text declare, in ordinal order.</summary>
    private static List<string> Named(MetadataReader metadata, AssemblyDefinition assembly, string[] declarations) =>
        [.. Attributes(metadata, assembly, declarations)
            .Select(static attribute => attribute.FixedArguments is [{ Value: string name }, ..] ? name : "")
            .Where(static name => name.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal)];

    private static List<CustomAttributeValue<string>> Attributes(
        MetadataReader metadata,
        AssemblyDefinition assembly,
        string[] names) =>
        [.. assembly.GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => names.Contains(Names.NameOf(metadata, attribute)))
            .Select(static attribute => attribute.DecodeValue(Names))];

    private static MemtiException Unreadable(PluginFile file, Exception fault) =>
        new(
            new Diagnostic(PluginCodes.PluginUnreadable, $"this is no whole .NET assembly. {fault.Message}") { File = file.Shown },
            fault);

    private static MemtiException Invalid(PluginFile file) =>
        new(new Diagnostic(
            DiagnosticCode.PluginInvalid,
            "the declaration [assembly: MemtiPlugin(...)] needs an entry type, an id and a contract number.")
        {
            File = file.Shown,
        });
}
