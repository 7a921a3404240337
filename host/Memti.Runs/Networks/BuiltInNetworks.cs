using Memti.Abstractions.Plugins;
using Memti.Networks.Presets;

namespace Memti.Runs.Networks;

/// <summary>Networks that are data, offered as a plugin offers its own: the model kind <c>layer-table</c>.</summary>
/// <param name="catalog">The networks that ship.</param>
public sealed class BuiltInNetworks(NetworkCatalog catalog) : IMemtiPlugin
{
    /// <summary>The id under which the kind is registered.</summary>
    public const string Id = "memti.networks";

    /// <summary>With the networks beside the executable.</summary>
    public BuiltInNetworks()
        : this(NetworkCatalog.BesideExecutable())
    {
    }

    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddModel<LayerTableOptions>("layer-table", (options, tasks) => new LayerTableModel(options, tasks, catalog));
    }
}
