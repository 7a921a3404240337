using Memti.Abstractions.Plugins;

[assembly: MemtiPlugin(typeof(HelloFirmware.EveryNthFramePlugin), "hello.firmware")]

namespace HelloFirmware;

/// <summary>Offers <c>hello-firmware</c>: a policy that powers down after every n-th frame.</summary>
public sealed class EveryNthFramePlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry) =>
        registry.AddFirmware<EveryNthFrameOptions>("hello-firmware", static options => new EveryNthFrame(options));
}
