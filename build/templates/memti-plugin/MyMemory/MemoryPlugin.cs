[assembly: MemtiPlugin(typeof(MyMemoryNamespace.MemoryPlugin), "my-memory-kind.plugin")]

namespace MyMemoryNamespace;

/// <summary>Offers <c>my-memory-kind</c>.</summary>
public sealed class MemoryPlugin : IMemtiPlugin
{
    /// <inheritdoc />
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<MemoryOptions>("my-memory-kind", static options => new MemoryArray(options));
    }
}
