using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(MissingDependencyPlugin), "test.missing-dependency")]

namespace Memti.TestPlugins;

public sealed class MissingDependencyPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) =>
        registry.AddFirmware<object>($"edition-{Library.Edition}", static _ => throw new NotSupportedException());
}
