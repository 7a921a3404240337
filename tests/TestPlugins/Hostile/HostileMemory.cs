using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;

namespace Memti.TestPlugins;

/// <summary>A sound memory that does something else first.</summary>
public sealed class HostileMemory(Action act) : IMemoryModel
{
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        act();
        return new MemoryFigures
        {
            Capacity = request.Size,
            Cells = request.Size.Bits,
            CellsUsed = request.Size.Bits,
            Volatile = true,
            Area = Area.FromSquareMillimetres(1e-6 * request.Size.Bits),
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1),
            Organisation = "hostile",
        };
    }
}
