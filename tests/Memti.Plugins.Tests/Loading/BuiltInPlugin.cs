using Memti.Abstractions.Plugins;

namespace Memti.Plugins.Tests.Loading;

/// <summary>Stands for what the host itself offers.</summary>
internal sealed class BuiltInPlugin(string kind = "built-in") : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) => registry.AddMemory<object>(kind, static _ => null!);
}
