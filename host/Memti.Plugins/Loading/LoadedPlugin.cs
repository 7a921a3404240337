using Memti.Plugins.Finding;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Loading;

/// <summary>A plugin whose registrations are in force.</summary>
/// <param name="Id">The plugin's name.</param>
/// <param name="Manifest">What it declares; null when it is part of the host, or a cell file.</param>
/// <param name="Registrations">The kinds that it offers, in the order in which it offered them.</param>
public sealed record LoadedPlugin(string Id, PluginManifest? Manifest, IReadOnlyList<Registration> Registrations)
{
    /// <summary>The studies that it offers, in the order in which it offered them.</summary>
    public IReadOnlyList<StudyRegistration> Studies { get; init; } = [];

    /// <summary>The plugin's assembly or cell file as messages name it; null when it is part of the host.</summary>
    public string? File { get; init; } = Manifest?.File;
}
