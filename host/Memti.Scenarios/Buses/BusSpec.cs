namespace Memti.Scenarios.Buses;

/// <summary>
/// Base addresses of the devices on the bus of a design. The defaults are those of QEMU's machine <c>virt</c> where it has the device, so
/// that one executable runs on both.
/// </summary>
public sealed record BusSpec
{
    /// <summary>The device that ends a run.</summary>
    public ulong Finisher { get; init; } = 0x0010_0000;

    /// <summary>The machine timer (CLINT).</summary>
    public ulong Timer { get; init; } = 0x0200_0000;

    /// <summary>The interrupt controller (PLIC).</summary>
    public ulong Interrupts { get; init; } = 0x0c00_0000;

    /// <summary>The serial console (16550).</summary>
    public ulong Uart { get; init; } = 0x1000_0000;

    /// <summary>The power controller.</summary>
    public ulong Power { get; init; } = 0x1001_0000;

    /// <summary>The frame source.</summary>
    public ulong Frames { get; init; } = 0x1002_0000;

    /// <summary>The DMA engine.</summary>
    public ulong Dma { get; init; } = 0x1003_0000;

    /// <summary>The accelerator's registers.</summary>
    public ulong Accelerator { get; init; } = 0x3000_0000;

    /// <summary>All of them by the names that scenarios use, in the order of the format.</summary>
    public IEnumerable<KeyValuePair<string, ulong>> Bases =>
    [
        new("finisher", Finisher),
        new("timer", Timer),
        new("interrupts", Interrupts),
        new("uart", Uart),
        new("power", Power),
        new("frames", Frames),
        new("dma", Dma),
        new("accelerator", Accelerator),
    ];
}
