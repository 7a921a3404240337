using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloFirmware.PowerDownEveryNPlugin), "hello.firmware")]

namespace HelloFirmware;

/// <summary>Offers <c>hello-firmware</c>: a policy that powers down after every n-th frame.</summary>
public sealed class PowerDownEveryNPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddFirmware<PowerDownEveryNOptions>("hello-firmware", static options => new PowerDownEveryN(options));
}
