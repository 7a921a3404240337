using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(OtherContractPlugin), "test.other-contract", contract: 99)]

namespace Memti.TestPlugins;

public sealed class OtherContractPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) => throw new NotSupportedException("A plugin that does not fit must not be run.");
}
