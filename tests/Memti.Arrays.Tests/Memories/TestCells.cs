using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;

namespace Memti.Arrays.Tests.Memories;

/// <summary>Cells with round numbers.</summary>
internal static class TestCells
{
    public static MemoryCell Pcm { get; } = new()
    {
        Name = "pcm-test",
        Kind = CellKind.Pcm,
        AreaF2 = 25,
        AspectRatio = 1,
        OnOhms = 10e3,
        OffOhms = 1e6,
        Set = new WritePulse { Seconds = 150e-9, Joules = 20e-12 },
        Reset = new WritePulse { Seconds = 50e-9, Joules = 30e-12 },
        MaximumBitsPerCell = 2,
        EnduranceCycles = 1e8,
        RetentionSeconds = 3.15e8,
        Numbers = [new CellNumber("geometry.area_f2", 25, NumberStatus.Published, "a test")],
    };

    public static MemoryCell Sram { get; } = new()
    {
        Name = "sram-test",
        Kind = CellKind.Sram,
        AreaF2 = 146,
        AspectRatio = 1.46,
        RetentionVolts = 0.3,
        Numbers = [new CellNumber("geometry.area_f2", 146, NumberStatus.Published, "a test")],
    };
}
