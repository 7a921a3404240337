using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(UsesTypesPlugin), "test.uses-types")]
[assembly: MemtiPluginDependency("test.offers-types")]

namespace Memti.TestPlugins;

/// <summary>Implements an interface of another plugin, and hands itself to it.</summary>
public sealed class UsesTypesPlugin : IMemtiPlugin, IGuest
{
    public string Name => "uses-types";

    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        Guests.Welcome(this);
        registry.AddFirmware<object>("uses-types", static _ => throw new NotSupportedException());
    }
}
