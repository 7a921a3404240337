using Memti.Abstractions.Plugins;
using Memti.Plugins.Dram;

[assembly: MemtiPlugin(typeof(DramPlugin), "memti.dram")]

namespace Memti.Plugins.Dram;

/// <summary>Offers the memory kind <c>dram</c>.</summary>
public sealed class DramPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<DramOptions>("dram", static options => new DramMemory(options));
    }
}
