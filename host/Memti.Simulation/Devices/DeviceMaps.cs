using Memti.Abstractions.Devices;

namespace Memti.Simulation.Devices;

/// <summary>
/// The devices of every machine with a core. Layouts are those of QEMU's machine <c>virt</c> where it has the device, so that one
/// executable runs on both; scenarios say where the windows lie.
/// </summary>
public static class DeviceMaps
{
    /// <summary>Name of the accelerator's window in scenarios.</summary>
    public const string Accelerator = "accelerator";

    /// <summary>The accelerator's source of the interrupt controller.</summary>
    public const int AcceleratorSource = 1;

    /// <summary>Ticks of the machine timer per second.</summary>
    public const long TimerHertz = TickCounter.Hertz;

    /// <summary>Ends the run.</summary>
    public static DeviceMap Finisher { get; } = new("finisher", 0x1000, 0, [
        Of("CONTROL", 0x00, "Ends the run: 0x5555 for a pass, 0x3333 for a failure with its code in the upper half."),
    ]);

    /// <summary>Software interrupt and timer of the core.</summary>
    public static DeviceMap Timer { get; } = new("timer", 0x1_0000, 0, [
        Of("MSIP", 0x0000, "Software interrupt of the core.", new DeviceField("PENDING", 0)),
        Of("MTIMECMP", 0x4000, "The timer interrupt is raised while MTIME has reached this tick.") with { Bytes = 8 },
        Of("MTIME", 0xBFF8, "Ticks of 100 ns since the start; it never stops and cannot be written.") with { Bytes = 8 },
    ]);

    /// <summary>The interrupt controller.</summary>
    public static DeviceMap Interrupts { get; } = new("interrupts", 0x60_0000, 0, [
        Of("PRIORITY", 0x0000, "Priority of each source, 0 to 7; 0 never interrupts.") with { Count = 32 },
        Of("PENDING", 0x1000, "A bit for each source that asks."),
        Of("ENABLE", 0x2000, "A bit for each source that may interrupt."),
        Of("THRESHOLD", 0x20_0000, "Only priorities above it interrupt."),
        Of("CLAIM", 0x20_0004, "Read: takes the source of the highest priority, 0 for none. Write: completes it."),
    ]);

    /// <summary>The console.</summary>
    public static DeviceMap Uart { get; } = new("uart", 0x100, 10, [
        Byte("THR", 0, "Write: sends a byte. Nothing is ever received."),
        Byte("IER", 1, "Interrupts.", new DeviceField("EMPTY", 1)),
        Byte("IIR", 2, "Read: what interrupts. Write: control of the FIFO."),
        Byte("LCR", 3, "Form of the line.", new DeviceField("DIVISOR", 7)),
        Byte("MCR", 4, "Control of the modem: kept, without effect."),
        Byte("LSR", 5, "State of the line.", new DeviceField("EMPTY", 5), new DeviceField("IDLE", 6)),
        Byte("MSR", 6, "State of the modem."),
        Byte("SCR", 7, "Scratch."),
    ]);

    /// <summary>The power controller.</summary>
    public static DeviceMap Power { get; } = new("power", 0x1000, 4, [
        Of("DOMAINS", 0x00, "Number of power domains."),
        Of("BUSY", 0x04, "1 while a wake-up runs. A read takes the interrupt back."),
        Of("WAKE", 0x08, "Switches the domains of a mask on together."),
        Of("SLEEP", 0x0C, "Switches the domains of a mask down."),
        Of("RETAIN", 0x10, "As SLEEP, but keeps contents where there is a retention state."),
        Of("POWER_DOWN", 0x14, "What the next WFI does: 0 nothing, 1 power down, 2 power down with retention."),
        Of("WAKE_ENABLE", 0x18, "What ends a power-down.", Sources[..3]),
        Of("WAKE_CAUSE", 0x1C, "What has ended it.", Sources),
        Of("WAKE_TIME_LO", 0x20, "The tick of MTIME at which the timer wakes, low word."),
        Of("WAKE_TIME_HI", 0x24, "The same, high word."),
        Of("MARK", 0x28, "A number for timelines."),
        Of("TASK", 0x2C, "Task that energy is posted to from now on; 0xFFFFFFFF for none."),
        Of("EXTERNAL", 0x30, "1 while the interrupt controller asks for the core."),
        Of("SUPPLY", 0x34, "State of the supply. A write of WARNED clears it.", new("LOW", 0), new("WARNED", 1), new("INTERRUPT", 2)),
        Of("SUPPLY_MV", 0x38, "Voltage of the storage in mV; 0xFFFFFFFF for a supply that always has enough."),
        Of("RETAINED", 0x40, "Words that power-downs keep.") with { Count = 8 },
        Of("STATE", 0x100, "State of each domain: 0 off, 1 retention, 2 waking, 3 on.") with { Count = 32 },
    ]);

    /// <summary>The frame source.</summary>
    public static DeviceMap Frames { get; } = new("frames", 0x1000, 3, [
        Of("STATUS", 0x00, "State of the source.", new("WAITING", 0), new("OPEN", 1), new("OVER", 2)),
        Of("INDEX_LO", 0x04, "Index of the frame, low word."),
        Of("INDEX_HI", 0x08, "The same, high word."),
        Of("TASKS", 0x0C, "Number of tasks of the open frame."),
        Of("DEPLOYED", 0x10, "Task whose new parameters have arrived, plus one; 0 for none."),
        Of("SHARED_DEPLOYED", 0x14, "1 when new shared parameters have arrived."),
        Of("TAKE", 0x18, "A write takes the frame that waits."),
        Of("COMPLETE", 0x1C, "A write completes the open frame."),
        Of("TO_NEXT_LO", 0x20, "Nanoseconds to the next frame with work, low word."),
        Of("TO_NEXT_HI", 0x24, "The same, high word."),
        Of("NEXT_TASK", 0x28, "First task of the next frame with work."),
        Of("TASK", 0x100, "Tasks of the open frame.") with { Count = 64 },
    ]);

    /// <summary>The DMA controller.</summary>
    public static DeviceMap Dma { get; } = new("dma", 0x1000, 2, [
        Of("SOURCE_LO", 0x00, "Address of the first byte to read, low word."),
        Of("SOURCE_HI", 0x04, "The same, high word."),
        Of("TARGET_LO", 0x08, "Address of the first byte to write, low word."),
        Of("TARGET_HI", 0x0C, "The same, high word."),
        Of("BYTES", 0x10, "Number of bytes."),
        Of("CONTROL", 0x14, "Starts or aborts.", new("START", 0), new("ABORT", 1)),
        Of("STATUS", 0x18, "State. A write clears DONE and ERROR.", new("BUSY", 0), new("DONE", 1), new("ERROR", 2)),
    ]);

    /// <summary>All of them, in the order of the scenario format.</summary>
    public static IReadOnlyList<DeviceMap> All { get; } = [Finisher, Timer, Interrupts, Uart, Power, Frames, Dma];

    private static DeviceField[] Sources => [new("FRAME", 0), new("TIMER", 1), new("EXTERNAL", 2), new("POWER_ON", 3)];

    private static DeviceRegister Of(string name, uint offset, string summary, params DeviceField[] fields) =>
        new(name, offset, summary) { Fields = fields };

    private static DeviceRegister Byte(string name, uint offset, string summary, params DeviceField[] fields) =>
        Of(name, offset, summary, fields) with { Bytes = 1 };
}
