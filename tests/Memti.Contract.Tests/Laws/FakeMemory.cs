using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;

namespace Memti.Contract.Tests.Laws;

/// <summary>A memory that keeps every law, but for what a test changes in it.</summary>
internal sealed class FakeMemory(FakeOptions options, Func<FakeOptions, MemoryRequest, MemoryFigures, MemoryFigures> change) : IMemoryModel
{
    public MemoryFigures Size(MemoryRequest request)
    {
        var layout = CellLayout.Of(request.Contents, options.BitsPerCell, Packing.Dense);
        DataSize capacity = request.Provision(layout.RawBits, options.Capacity);
        long cells = CellLayout.CellsFor(capacity, options.BitsPerCell);
        return change(options, request, new MemoryFigures
        {
            Capacity = capacity,
            Cells = cells,
            CellsUsed = layout.Cells,
            Area = Area.FromSquareMillimetres(cells * 1e-8),
            Volatile = false,
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(1.0 / options.BitsPerCell),
            ReadPerBit = Energy.FromPicojoules(0.1),
            WritePerBit = Energy.FromPicojoules(options.BitsPerCell),
            OnPower = Power.FromWatts(cells * 1e-10),
            OffPower = Power.FromWatts(cells * 1e-12),
            WakeLatency = SimTime.FromNanoseconds(100),
            WakeEnergy = Energy.FromJoules(cells * 1e-16),
            Endurance = 1e6,
            Retention = TimeSpan.FromDays(3650),
            Organisation = "fake",
        });
    }
}
