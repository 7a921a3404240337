using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(WrongEntryPlugin), "test.wrong-entry")]

namespace Memti.TestPlugins;

/// <summary>Has the method, and not the interface.</summary>
public sealed class WrongEntryPlugin
{
    public static void Register(IPluginRegistry registry) => ArgumentNullException.ThrowIfNull(registry);
}
