using Memti.Abstractions.Diagnostics;

namespace Memti.Plugins.Finding;

/// <summary>What a search for plugins found.</summary>
/// <param name="Manifests">Plugins that fit this host, one per id, in ordinal order of their paths.</param>
/// <param name="Diagnostics">What was found and cannot be used, and why.</param>
public sealed record PluginScan(IReadOnlyList<PluginManifest> Manifests, IReadOnlyList<Diagnostic> Diagnostics);
