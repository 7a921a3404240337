using Memti.Abstractions.Plugins;
using Memti.Plugins.Flash;

[assembly: MemtiPlugin(typeof(FlashPlugin), "memti.flash")]

namespace Memti.Plugins.Flash;

/// <summary>Offers the memory kind <c>flash</c>.</summary>
public sealed class FlashPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<FlashOptions>("flash", static options => new FlashMemory(options));
    }
}
