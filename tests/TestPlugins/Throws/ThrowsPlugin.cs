using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(ThrowsPlugin), "test.throws")]

namespace Memti.TestPlugins;

/// <summary>Registers one kind, and then fails: the kind must not stay.</summary>
public sealed class ThrowsPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        registry.AddFirmware<object>("half-way", static _ => throw new NotSupportedException());
        throw new InvalidOperationException("the licence server does not answer");
    }
}
