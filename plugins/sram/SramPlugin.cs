using Memti.Abstractions.Plugins;
using Memti.Plugins.Sram;

[assembly: MemtiPlugin(typeof(SramPlugin), "memti.sram")]

namespace Memti.Plugins.Sram;

/// <summary>Offers the memory kind <c>sram</c>.</summary>
public sealed class SramPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<SramOptions>("sram", static options => new SramMemory(options));
    }
}
