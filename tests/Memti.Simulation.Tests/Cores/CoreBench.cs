using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Plugins.RiscV;
using Memti.Plugins.RiscV.Options;
using Memti.Scenarios.Buses;
using Memti.Simulation.Bus;
using Memti.Simulation.Contents;
using Memti.Simulation.Devices;
using Memti.Simulation.Executables;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Maps;
using Memti.Simulation.Runs;
using Memti.Simulation.Supplies;
using Memti.Simulation.Systems;
using Memti.Simulation.Traces;

namespace Memti.Simulation.Tests.Cores;

/// <summary>A core with code in non-volatile memory, data in volatile memory, and task sets to load.</summary>
internal sealed class CoreBench
{
    internal const ulong CodeBase = 0x2000_0000;
    internal const ulong DataBase = 0x8000_0000;
    internal const ulong BackingBase = 0x5000_0000;
    internal const ulong WorkingBase = 0x6000_0000;

    private readonly StringBuilder _console = new();

    internal Code Program { get; } = new(CodeBase);

    internal RiscVOptions Options { get; } = new() { WakeLatency = SimTime.FromMicroseconds(1) };

    internal SimTime CodeLatency { get; set; } = SimTime.FromNanoseconds(10);

    internal SimTime WriteLatency { get; set; } = SimTime.FromNanoseconds(95);

    internal Workload Workload { get; set; } = Systems.Frames(3, 0);

    internal SimTime MostAwake { get; set; } = SimTime.FromSeconds(1);

    internal bool DataRetains { get; set; }

    internal IMachineListener? Listener { get; set; }

    internal SupplySystem? Supply { get; set; }

    internal IWordTearing? Tearing { get; set; }

    internal string Console => _console.ToString();

    internal List<Symbol> Symbols { get; } = [];

    /// <summary>Where a scenario that says nothing else has a device.</summary>
    internal static ulong BaseOf(DeviceMap device) => new BusSpec().Bases.Single(one => one.Key == device.Name).Value;

    internal static ulong Register(DeviceMap device, string name) =>
        BaseOf(device) + device.Registers.Single(register => register.Name == name).Offset;

    internal static ulong Power(string name) => Register(DeviceMaps.Power, name);

    internal static ulong Frame(string name) => Register(DeviceMaps.Frames, name);

    internal static ulong Dma(string name) => Register(DeviceMaps.Dma, name);

    internal CoreSimulator Simulator()
    {
        SystemDescription system = Systems.Of(
            [Systems.Task("a"), Systems.Task("b")],
            Unit("code", CodeBase, isVolatile: false) with
            {
                Figures = Systems.Figures(isVolatile: false) with { ReadLatency = CodeLatency, WriteLatency = WriteLatency, Endurance = 1e6 },
            },
            Unit("data", DataBase, isVolatile: true) with
            {
                Figures = Systems.Figures(isVolatile: true) with
                {
                    HasRetention = DataRetains,
                    RetentionPower = Abstractions.Units.Power.FromMicrowatts(1),
                },
            },
            Systems.Working() with { At = WorkingBase },
            Systems.Backing() with { At = BackingBase });
        MemoryMap map = new(
            system,
            [.. DeviceMaps.All.Select(static device => new MappedDevice(device.Name, new AddressRange(BaseOf(device), device.WindowBytes)))]);
        return new(
            system,
            Workload,
            new()
            {
                Processor = new RiscVProcessor(Options),
                Executable = new()
                {
                    Name = "test",
                    Entry = CodeBase,
                    Segments = [new(CodeBase, Program.Bytes)],
                    Symbols = new(Symbols),
                },
                Map = map,
                Tearing = Tearing is { } tearing
                    ? new Dictionary<int, IWordTearing> { [0] = tearing }
                    : new Dictionary<int, IWordTearing>(),
                Console = value => _console.Append((char)value),
                MostAwake = MostAwake,
            },
            new() { Listener = Listener },
            Supply);
    }

    internal SimulationResult Run() => Simulator().Run();

    internal Diagnostic Refused() => Should.Throw<MemtiException>(() => Run()).Diagnostic;

    internal static double Joules(SimulationResult result, string component, EnergyCause cause, int? task = null) => result.Ledger
        .Where(posting => result.Components[posting.Component] == component && posting.Cause == cause)
        .Where(posting => task is null || posting.Task == task)
        .Sum(static posting => Quantity.Joules(posting.Rontojoules));

    private static MemoryUnit Unit(string name, ulong at, bool isVolatile) =>
        new() { Name = name, At = at, Holds = MemoryContents.None, Figures = Systems.Figures(isVolatile) };
}
