using System.Text.Json;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(RemembersPlugin), "test.remembers")]

namespace Memti.TestPlugins;

/// <summary>Keeps nothing, but serialises a class of its own with the framework, which does.</summary>
public sealed class RemembersPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        registry.AddMemory<object>("remembers", static _ => new SerialisedMemory());
    }

    public sealed class Table
    {
        public double Area { get; set; } = 1e-6;
    }

    private sealed class SerialisedMemory : IMemoryModel
    {
        public MemoryFigures Size(MemoryRequest request) => new()
        {
            Capacity = request.Size,
            Cells = request.Size.Bits,
            CellsUsed = request.Size.Bits,
            Volatile = true,
            Area = Area.FromSquareMillimetres(JsonSerializer.Deserialize<Table>("{}")!.Area * request.Size.Bits),
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1),
            Organisation = "remembers",
        };
    }
}
