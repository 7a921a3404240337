using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(NeedsOtherPlugin), "test.needs-other")]
[assembly: MemtiPluginDependency("test.private-b")]
[assembly: MemtiPluginDependency("test.private-a")]

namespace Memti.TestPlugins;

public sealed class NeedsOtherPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) =>
        registry.AddFirmware<object>("needs-other", static _ => throw new NotSupportedException());
}
