using Memti.Abstractions.Plugins;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(HostLibraryPlugin), "test.host-library")]

namespace Memti.TestPlugins;

/// <summary>Uses a library that it does not bring, and that the host happens to have.</summary>
public sealed class HostLibraryPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) =>
        registry.AddFirmware<object>(
            new YamlDotNet.Serialization.SerializerBuilder().Build().Serialize("host-library").Trim(),
            static _ => throw new NotSupportedException());
}
