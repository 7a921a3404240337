using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloModel.SmallNetworkPlugin), "hello.model")]

namespace HelloModel;

/// <summary>Offers <c>hello-model</c>: a small network whose tasks share a trunk.</summary>
public sealed class SmallNetworkPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddModel<SmallNetworkOptions>("hello-model", static (options, tasks) => new SmallNetwork(options, tasks));
}
