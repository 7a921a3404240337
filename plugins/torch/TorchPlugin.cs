using Memti.Abstractions.Plugins;
using Memti.Plugins.Torch;
using Memti.Plugins.Torch.Engines;
using Memti.Plugins.Torch.Networks;

[assembly: MemtiPlugin(typeof(TorchPlugin), "memti.torch")]
[assembly: MemtiPluginProcessLibrary("torch_cpu")]

namespace Memti.Plugins.Torch;

/// <summary>Offers the training engine <c>torch</c> and the model kind <c>torch-network</c>.</summary>
public sealed class TorchPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddTrainingEngine("torch", static () => new TorchEngine());
        registry.AddModel<TorchNetworkOptions>(
            "torch-network", static (options, tasks, host) => new TorchNetwork(options, tasks, host, new TorchEngine()));
    }
}
