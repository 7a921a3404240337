using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(HangsPlugin), "test.hangs")]

namespace Memti.TestPlugins;

public sealed class HangsPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) => Thread.Sleep(Timeout.Infinite);
}
