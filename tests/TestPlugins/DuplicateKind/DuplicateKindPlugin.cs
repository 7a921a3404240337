using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(DuplicateKindPlugin), "test.duplicate-kind")]
[assembly: MemtiPluginDependency("test.private-a")]

namespace Memti.TestPlugins;

/// <summary>Offers a kind of its own, and one that another plugin offers; neither may stay.</summary>
public sealed class DuplicateKindPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        registry.AddMemory<object>("own-kind", static _ => throw new NotSupportedException());
        registry.AddMemory<object>("private-a", static _ => throw new NotSupportedException());
    }
}
