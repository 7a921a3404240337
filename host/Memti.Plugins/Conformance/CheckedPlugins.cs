using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Laws;
using Memti.Plugins.Loading;
using Memti.Plugins.Trials;

namespace Memti.Plugins.Conformance;

/// <summary>The plugins of a catalog that a check is about.</summary>
/// <param name="catalog">All plugins.</param>
/// <param name="path">The file or folder of those to check; null for all.</param>
internal sealed class CheckedPlugins(PluginCatalog catalog, string? path)
{
    private readonly PluginFile? _place = path is null ? null : PluginFile.FromUser(path);

    /// <summary>Memory kinds that they offer, in ordinal order.</summary>
    public IEnumerable<string> Memories =>
        catalog.Memories.Values.Where(memory => IsMeant(memory.File)).Select(static memory => memory.Kind);

    /// <summary>A broken law for each error: it keeps a plugin or a cell from being used.</summary>
    public IEnumerable<LawResult> Findings() => catalog.Diagnostics
        .Where(finding => finding.Severity == Severity.Error && IsMeant(finding.File))
        .Select(
            static finding =>
                new LawResult(finding.File ?? "plugins", RegistersLaw.LawName, LawVerdict.Fail, $"{finding.Code}: {finding.Message}"));

    /// <summary>A line for each plugin that loads and has no memory, so that its check is not silent.</summary>
    public IEnumerable<LawResult> WithoutMemories() => catalog.Plugins
        .Where(
            plugin =>
                plugin.File is not null
                    && IsMeant(plugin.File)
                    && !plugin.Registrations.Any(static kind => kind.Contract == PluginContract.Memory))
        .Select(
            static plugin =>
                new LawResult(
                    plugin.Id, RegistersLaw.LawName, LawVerdict.Pass, $"offers {Kinds(plugin)}; the other laws are about memories"));

    /// <summary>The line of a place without plugins.</summary>
    public static LawResult Nothing(string? path) =>
        new(path ?? "plugins", RegistersLaw.LawName, LawVerdict.Fail, "there is neither a plugin nor a cell file that offers a kind");

    private static string Kinds(LoadedPlugin plugin) => plugin.Registrations.Count == 0
        ? "nothing"
        : string.Join(", ", plugin.Registrations.Select(static kind => $"{kind.Contract.Name} {kind.Kind}"));

    // Files below a place are named as the user named the place, with what was found below.
    private bool IsMeant(string? file) =>
        _place is not { } place
            || (file is not null && (file == place.Shown || file.StartsWith(place.Shown + "/", StringComparison.Ordinal)));
}
