using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Rram;

[assembly: MemtiPlugin(typeof(RramPlugin), "memti.rram")]

namespace Memti.Plugins.Rram;

/// <summary>Offers the memory kind <c>rram</c>.</summary>
public sealed class RramPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<RramOptions>("rram", static options => new CellMemory(options, RramOptions.DefaultCell));
    }
}
