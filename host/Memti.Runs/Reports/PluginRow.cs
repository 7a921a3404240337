using Memti.Plugins.Loading;

namespace Memti.Runs.Reports;

/// <summary>A plugin that took part in a run.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Version">Version of its assembly; null for a plugin of the host.</param>
/// <param name="Sha256">SHA-256 of its assembly; null for a plugin of the host.</param>
public sealed record PluginRow(string Id, string? Version, string? Sha256)
{
    /// <summary>The row of a plugin.</summary>
    public static PluginRow Of(LoadedPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return new(plugin.Id, plugin.Manifest?.AssemblyVersion.ToString(), plugin.Manifest?.Sha256);
    }
}
