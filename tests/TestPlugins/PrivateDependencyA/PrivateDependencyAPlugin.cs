using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(PrivateDependencyAPlugin), "test.private-a")]

namespace Memti.TestPlugins;

public sealed class PrivateDependencyAPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry) =>
        registry.AddMemory<object>("private-a", static _ => new LibraryMemory());

    private sealed class LibraryMemory : IMemoryModel
    {
        public MemoryFigures Size(MemoryRequest request) => new()
        {
            Capacity = request.Size,
            Volatile = false,
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1),
            Organisation = Library.Describe(),
        };
    }
}
