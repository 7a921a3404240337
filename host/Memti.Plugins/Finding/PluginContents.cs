using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;

namespace Memti.Plugins.Finding;

/// <summary>What the results of a plugin depend on: every assembly in its folder.</summary>
public static class PluginContents
{
    /// <summary>SHA-256 over the names and the SHA-256 of all assemblies directly in a folder, in ordinal order; lower case.</summary>
    /// <exception cref="MemtiException"><see cref="Memti.Abstractions.Diagnostics.DiagnosticCode.FileUnreadable"/>.</exception>
    public static string Sha256(string folder) =>
        FileHash.Of(Directory.EnumerateFiles(folder, "*.dll").Select(static file => (Path.GetFileName(file), file)));
}
