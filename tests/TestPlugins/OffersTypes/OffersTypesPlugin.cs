using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(OffersTypesPlugin), "test.offers-types")]

namespace Memti.TestPlugins;

/// <summary>Has public types for plugins that need it.</summary>
public sealed class OffersTypesPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddFirmware<object>("offers-types", static _ => throw new InvalidOperationException(string.Join(", ", Guests.Names)));
    }
}
