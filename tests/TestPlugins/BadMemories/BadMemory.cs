using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;

namespace Memti.TestPlugins;

/// <summary>A sound memory, but for the area of a cell.</summary>
public sealed class BadMemory(Func<double> squareMicrometres) : IMemoryModel
{
    public MemoryFigures Size(MemoryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new MemoryFigures
        {
            Capacity = request.Size,
            Cells = request.Size.Bits,
            CellsUsed = request.Size.Bits,
            Volatile = true,
            Area = Area.FromSquareMillimetres(squareMicrometres() * 1e-6 * request.Size.Bits),
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1),
            Organisation = "bad",
        };
    }
}
