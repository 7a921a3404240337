using Memti.Documents.Parameters;

namespace Memti.Scenarios.Buses;

/// <summary>Reads the section <c>bus</c>: where the devices of a design are.</summary>
internal static class BusReader
{
    private static readonly BusSpec Usual = new();

    private static readonly DocumentKey<ulong> Finisher = Base("finisher", "the device that ends a run", Usual.Finisher);
    private static readonly DocumentKey<ulong> Timer = Base("timer", "the machine timer (CLINT, 64 KiB)", Usual.Timer);
    private static readonly DocumentKey<ulong> Interrupts =
        Base("interrupts", "the interrupt controller (PLIC, 6 MiB)", Usual.Interrupts);
    private static readonly DocumentKey<ulong> Uart = Base("uart", "the serial console (16550)", Usual.Uart);
    private static readonly DocumentKey<ulong> Power = Base("power", "the power controller", Usual.Power);
    private static readonly DocumentKey<ulong> Frames = Base("frames", "the frame source", Usual.Frames);
    private static readonly DocumentKey<ulong> Dma = Base("dma", "the DMA engine", Usual.Dma);
    private static readonly DocumentKey<ulong> Accelerator = Base("accelerator", "the accelerator's registers", Usual.Accelerator);

    /// <summary>The section.</summary>
    public static SectionType Form { get; } =
        new(new KeySection(Finisher, Timer, Interrupts, Uart, Power, Frames, Dma, Accelerator));

    /// <summary>The addresses; defaults where the section is missing or says nothing.</summary>
    public static BusSpec Read(Section? bus) => bus is null ? Usual : new BusSpec
    {
        Finisher = Finisher.Read(bus),
        Timer = Timer.Read(bus),
        Interrupts = Interrupts.Read(bus),
        Uart = Uart.Read(bus),
        Power = Power.Read(bus),
        Frames = Frames.Read(bus),
        Dma = Dma.Read(bus),
        Accelerator = Accelerator.Read(bus),
    };

    private static DocumentKey<ulong> Base(string name, string what, ulong usual) =>
        new(name, $"Base address of {what}", new AddressType()) { Fallback = usual };
}
