using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Finding;

/// <summary>What a plugin declares of itself, read from the metadata of its assembly without running any of it.</summary>
public sealed record PluginManifest
{
    /// <summary>The plugin's name, such as <c>memti.rram</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Full name of the class that registers what the plugin offers.</summary>
    public required string EntryType { get; init; }

    /// <summary>The contract that the plugin was built against; the host's is <see cref="ContractVersion.Current"/>.</summary>
    public required int Contract { get; init; }

    /// <summary>Ids of the plugins that must be registered before this one.</summary>
    public IReadOnlyList<string> Dependencies { get; init; } = [];

    /// <summary>Native libraries in its folder of which a process holds one copy alone.</summary>
    public IReadOnlyList<string> ProcessLibraries { get; init; } = [];

    /// <summary>Simple name of the assembly.</summary>
    public required string AssemblyName { get; init; }

    /// <summary>Version of the assembly.</summary>
    public required Version AssemblyVersion { get; init; }

    /// <summary>SHA-256 of the assembly's file, in lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>
    /// SHA-256 over all assemblies in the plugin's folder, private libraries included, in lower-case hexadecimal digits: what its results
    /// depend on.
    /// </summary>
    public string ContentSha256 => PluginContents.Sha256(Path.GetDirectoryName(FullPath)!);

    /// <summary>Absolute path of the assembly.</summary>
    public required string FullPath { get; init; }

    /// <summary>The assembly's path as messages name it: what the user gave, and what was found below.</summary>
    public required string File { get; init; }
}
