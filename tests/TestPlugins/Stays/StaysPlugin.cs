using Memti.Abstractions.Memories;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.TestPlugins;

[assembly: MemtiPlugin(typeof(StaysPlugin), "test.stays")]

namespace Memti.TestPlugins;

/// <summary>Listens to an event of the host for ever, and so cannot be unloaded.</summary>
public sealed class StaysPlugin : IMemtiPlugin
{
    public void Register(IPluginRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Farewells++;
        registry.AddMemory<object>("stays", static _ => new StayingMemory());
    }

    /// <summary>How often it said goodbye.</summary>
    public static int Farewells { get; private set; }

    private sealed class StayingMemory : IMemoryModel
    {
        public MemoryFigures Size(MemoryRequest request) => new()
        {
            Capacity = request.Size,
            Cells = request.Size.Bits,
            CellsUsed = request.Size.Bits,
            Volatile = true,
            Area = Area.FromSquareMillimetres(request.Size.Bits * 1e-6),
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1),
            Organisation = "stays",
        };
    }
}
