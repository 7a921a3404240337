using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Devices;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Models;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Processors;
using Memti.Abstractions.Units;
using Memti.Documents.Nodes;
using Memti.Runs.Planning;
using Memti.Scenarios.Bindings;
using Memti.Simulation.Bus;
using Memti.Simulation.Devices;
using Memti.Simulation.Frames;
using Memti.Simulation.Maps;
using Memti.Simulation.Systems;

namespace Memti.Runs.Tests.Headers;

/// <summary>A design of two tasks with an accelerator of two registers.</summary>
internal static class SmallMachine
{
    public static PlannedDesign Design(int slots)
    {
        PlannedMemory[] memories =
        [
            Memory("code", false, MemoryContents.None) with { Kind = "rram" },
            Memory("slots", true, MemoryContents.TaskSpecific, slots),
            Memory("back-up", false, MemoryContents.AllTasks | MemoryContents.Activations | MemoryContents.Input),
        ];
        var system = new SystemDescription
        {
            Accelerator = new AcceleratorFigures(),
            Memories = [.. memories.Select(static memory => memory.Unit)],
            Tasks = [Program("a-b", 100), Program("a_b", 33)],
            Activations = DataSize.FromBytes(64),
        };
        return new PlannedDesign
        {
            Name = "small",
            Description = "",
            Memories = memories,
            Tasks = [new TaskDescription("a-b", 2, 0, []), new TaskDescription("a_b", 2, 0, [])],
            System = system,
            Workload = new Workload { Frames = 1, FrameRate = new FrameRate(30, 1), Pattern = [[0]] },
            Firmware = Component(PluginContract.Firmware, "always-on"),
            Machine = Machine(system),
        };
    }

    /// <summary>A layer that reads its weights and its input; the second task has one more, without weights.</summary>
    public static IReadOnlyList<LayerProgram> Layers(int task, NetworkAddresses addresses)
    {
        LayerProgram weights = new(
            "conv", [0x10], [(0x14, (uint)addresses.TaskWeights), (0x14, (uint)addresses.Input)], [0x18], 1, 2);
        LayerProgram pool = new("pool", [0x10], [(0x14, (uint)addresses.Activations)], [0x18], 1, 2);
        return task == 0 ? [weights] : [weights, pool];
    }

    private static PlannedMachine Machine(SystemDescription system)
    {
        MappedDevice[] devices =
        [
            new("uart", new AddressRange(0x1000_0000, DeviceMaps.Uart.WindowBytes)),
            new("accelerator", new AddressRange(0x3000_0000, 0x100)),
        ];
        return new PlannedMachine
        {
            Map = new MemoryMap(system, devices),
            AcceleratorComponent = Component(PluginContract.Accelerator, "none"),
            Accelerator = new PlannedDevice(0x100,
            [
                new DeviceRegister("STATUS", 0, "What is done.") { Fields = [new DeviceField("DONE", 4, 2)] },
                new DeviceRegister("COUNT", 8, "Cycles.") { Bytes = 8, Count = 2 },
            ]),
            Networks = [],
            Processor = Component(PluginContract.Processor, "riscv"),
            ProcessorFigures = new ProcessorFigures { Clock = Frequency.FromMegahertz(100), ElfMachine = 243 },
        };
    }

    private static ComponentSpec Component(PluginContract category, string kind) =>
        new() { Category = category, Kind = kind, Options = new object(), Place = new SourceLocation(null, 0, 0, "") };

    private static TaskProgram Program(string name, int bytes) => new()
    {
        Name = name,
        TaskSet = DataSize.FromBytes(bytes),
        Input = DataSize.FromBytes(48),
        Plan = new InferencePlan
        {
            Duration = SimTime.FromMicroseconds(1),
            Binding = "compute",
            TimeModel = "layer",
            DynamicEnergy = Energy.Zero,
            Traffic = [],
            Layers = [],
        },
    };

    private static PlannedMemory Memory(string name, bool isVolatile, MemoryContents holds, int slots = 1)
    {
        var unit = new MemoryUnit
        {
            Name = name,
            Holds = holds,
            ResidentTasks = slots,
            At = name switch { "code" => 0x2000_0000, "slots" => 0x8000_0000, _ => null },
            Figures = new MemoryFigures
            {
                Capacity = DataSize.FromKibibytes(64),
                Volatile = isVolatile,
                Read = Bandwidth.FromGigabytesPerSecond(1),
                Write = Bandwidth.FromGigabytesPerSecond(1),
            },
        };
        return new PlannedMemory(unit, "sram", DataSize.Zero);
    }
}
