using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Simulation.Bus;
using Memti.Simulation.Components;
using Memti.Simulation.Devices;
using Memti.Simulation.Maps;
using Memti.Simulation.Platforms;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Transfers;

namespace Memti.Simulation.Tests.Bus;

/// <summary>A machine with a probe in place of an accelerator, and memories on its bus.</summary>
internal sealed class Bench
{
    internal const ulong Device = 0x1000;
    internal const ulong OnChip = 0x1_0000;
    internal const ulong OffChip = 0x4_0000;

    internal Bench(bool hasBytes = false, params MemoryUnit[] memories)
        : this(Systems.Of([Systems.Task("a")], memories.Length > 0 ? memories : [Unit("on", OnChip), Unit("off", OffChip, onChip: false)]), hasBytes)
    {
    }

    internal Bench(SystemDescription system, bool hasBytes)
    {
        ComponentRegistry registry = new();
        SystemLayout layout = new(system, registry);
        Machine = new(registry, new SimulationOptions { Jump = false }.ForMachine(system));
        Hardware = new(Machine, layout, Systems.Frames(1, 0), estimatesWear: false);
        MemoryMap map = new(system, [new(DeviceMaps.Accelerator, new AddressRange(Device, 16))]);
        Platform = new(Hardware, map, hasBytes);
        Window = new(Platform, new()
        {
            Accelerator = new ProbeAccelerator(),
            SharedBits = 3,
            TaskBits = 6,
            SetInterrupt = Interrupts.Add,
            InferenceStarts = Hardware.Accelerator.Count,
        });
        Platform.Add(DeviceMaps.Accelerator, Window.Device);
        Hardware.Begin();
    }

    internal Machine Machine { get; }

    internal Hardware Hardware { get; }

    internal Platform Platform { get; }

    internal AcceleratorWindow Window { get; }

    internal List<bool> Interrupts { get; } = [];

    internal IDeviceHost Host => ((Probe)Window.Device).Host;

    internal PlatformBus Bus => new(Platform);

    /// <summary>Memories with round figures: 1 GB/s out is a byte per nanosecond, 2 GB/s in two.</summary>
    internal static MemoryUnit Unit(string name, ulong at, bool onChip = true, bool isVolatile = true) => new()
    {
        Name = name,
        At = at,
        Figures = Systems.Figures(isVolatile) with
        {
            OnChip = onChip,
            Read = Bandwidth.FromGigabytesPerSecond(1),
            Write = Bandwidth.FromGigabytesPerSecond(2),
        },
    };

    internal void RunUntilIdle()
    {
        while (Machine.Step())
        {
        }
    }

    internal void RunUntil(SimTime time)
    {
        while (Machine.NextEvent <= time.Picoseconds)
            Machine.Step();
        Machine.AdvanceTo(time.Picoseconds);
    }

    private sealed class ProbeAccelerator : IDeviceAccelerator
    {
        public AcceleratorFigures Figures => throw new NotSupportedException();

        public IBusDevice CreateDevice(IDeviceHost host) => new Probe(host);

        public InferencePlan Plan(Network network, Placement placement) => throw new NotSupportedException();
    }
}
