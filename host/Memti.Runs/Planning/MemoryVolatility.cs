using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Plugins.Catalog;
using Memti.Scenarios.Bindings;

namespace Memti.Runs.Planning;

/// <summary>Whether a memory loses its contents with power, for those who have no contents to size it for.</summary>
public static class MemoryVolatility
{
    private static readonly ContentBlock Probe = new(1024, 8);

    /// <summary>Asks the plugin of a memory, with a small content.</summary>
    /// <exception cref="MemtiException">The plugin failed, or has no array of that form.</exception>
    public static bool Of(PluginCatalog catalog, ComponentSpec memory)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(memory);
        var factory = new ComponentFactory(catalog, CancellationToken.None);
        IMemoryModel model = factory.Memory(memory);
        return DiagnosticLocation.Findings(
            memory, () => factory.Call(memory, "Size", () => model.Size(new MemoryRequest([Probe], catalog.Arrays)))).Volatile;
    }
}
