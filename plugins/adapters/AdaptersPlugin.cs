using Memti.Abstractions.Plugins;
using Memti.Plugins.Adapters;
using Memti.Plugins.Adapters.Backbones;

[assembly: MemtiPlugin(typeof(AdaptersPlugin), "memti.adapters")]

namespace Memti.Plugins.Adapters;

/// <summary>Offers the model kind <c>resnet26-adapters</c>.</summary>
public sealed class AdaptersPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddModel<ResNet26Options>("resnet26-adapters", static (options, tasks, host) => new ResNet26(options, tasks, host));
    }
}
