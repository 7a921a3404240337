using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloSupply.HelloSupplyPlugin), "hello.supply")]

namespace HelloSupply;

/// <summary>Offers <c>hello-supply</c>: a storage whose voltage rises in a straight line with its energy.</summary>
public sealed class HelloSupplyPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddSupply<LinearStorageOptions>("hello-supply", static options => new LinearStorage(options));
}
