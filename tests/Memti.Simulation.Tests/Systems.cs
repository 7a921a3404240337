using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests;

/// <summary>A small system with round figures: 8 Gbit/s is one bit in 125 ps.</summary>
internal static class Systems
{
    public const int SetBits = 8_000;

    /// <summary>1 GB/s: a bit takes 125 ps, a set of 8,000 bits one microsecond.</summary>
    public static MemoryFigures Figures(bool isVolatile) => new()
    {
        Capacity = DataSize.FromBits(1_000_000),
        Volatile = isVolatile,
        Read = Bandwidth.FromGigabytesPerSecond(1),
        Write = Bandwidth.FromGigabytesPerSecond(1),
        ReadPerBit = Energy.FromPicojoules(1),
        WritePerBit = Energy.FromPicojoules(2),
        OnPower = Power.FromMilliwatts(10),
        OffPower = Power.FromMicrowatts(10),
        WakeLatency = SimTime.FromMicroseconds(2),
        WakeEnergy = Energy.FromNanojoules(50),
    };

    public static MemoryUnit Backing(MemoryContents also = MemoryContents.None) => new()
    {
        Name = "backing",
        Holds = MemoryContents.AllTasks | also,
        Figures = Figures(isVolatile: true) with
        {
            HasRetention = true,
            RefreshPower = Power.FromMilliwatts(1),
            RetentionPower = Power.FromMicrowatts(100),
            RetentionRefreshPower = Power.FromMicrowatts(50),
            RetentionExitLatency = SimTime.FromMicroseconds(1),
            RetentionExitEnergy = Energy.FromNanojoules(20),
        },
    };

    public static MemoryUnit Working(bool isVolatile = true, int resident = 1) => new()
    {
        Name = "task",
        Holds = MemoryContents.TaskSpecific,
        ResidentTasks = resident,
        Figures = Figures(isVolatile) with { Endurance = isVolatile ? null : 1e6, WriteIsExclusive = !isVolatile },
    };

    public static MemoryUnit Shared(bool isVolatile = false) =>
        new() { Name = "shared", Holds = MemoryContents.Shared, Figures = Figures(isVolatile) };

    /// <summary>A system whose volatile shared weights have a copy in the backing store.</summary>
    public static SystemDescription WithVolatileShared(this SystemDescription system) => system with
    {
        Memories = [.. system.Memories.Select(static memory => memory.Name switch
        {
            "shared" => memory with { Figures = memory.Figures with { Volatile = true } },
            "backing" => memory with { Copies = MemoryContents.Shared },
            _ => memory,
        })],
    };

    public static TaskProgram Task(string name, int setBits = SetBits, params (double Microseconds, int TaskBits)[] layers)
    {
        if (layers.Length == 0)
            layers = [(5, setBits / 2), (5, setBits / 2)];
        return new()
        {
            Name = name,
            TaskSet = DataSize.FromBits(setBits),
            Plan = new()
            {
                Duration = SimTime.FromMicroseconds(layers.Sum(static layer => layer.Microseconds)),
                Binding = "compute",
                TimeModel = "layer",
                DynamicEnergy = Energy.FromNanojoules(700),
                Traffic = [],
                Layers = [.. layers.Select(static layer => new LayerPlan
                {
                    Name = "layer",
                    Binding = "compute",
                    Duration = SimTime.FromMicroseconds(layer.Microseconds),
                    TaskWeights = DataSize.FromBits(layer.TaskBits),
                    SharedWeights = DataSize.FromBits(4_000),
                    Output = DataSize.FromBits(100),
                })],
            },
        };
    }

    public static TaskProgram Moving(this TaskProgram task, string memory, TransferDirection direction, long bits) =>
        task with { Plan = task.Plan with { Traffic = [.. task.Plan.Traffic, new(memory, direction, DataSize.FromBits(bits))] } };

    public static SystemDescription Of(IReadOnlyList<TaskProgram> tasks, params MemoryUnit[] memories) => new()
    {
        Accelerator = new()
        {
            OnPower = Power.FromMilliwatts(100),
            OffPower = Power.FromMicrowatts(20),
            WakeLatency = SimTime.FromMicroseconds(3),
            WakeEnergy = Energy.FromNanojoules(100),
        },
        Memories = memories,
        Tasks = tasks,
        SharedSet = DataSize.FromBits(SetBits),
    };

    /// <summary>Three tasks, shared weights in non-volatile memory, one volatile slot, a backing store.</summary>
    public static SystemDescription Hybrid() => Of([Task("a"), Task("b"), Task("c")], Shared(), Working(), Backing());

    public static Workload Frames(long frames, params int[] tasks) =>
        new() { Frames = frames, FrameRate = new(1000, 1), Pattern = [tasks.Length == 0 ? [0, 1, 2] : tasks] };

    public static SimulationResult Run(
        SystemDescription system,
        Workload workload,
        IFirmware? firmware = null,
        SimulationOptions? options = null) => new Simulator(system, workload, firmware ?? new AlwaysOnFirmware(), options).Run();

    /// <summary>
    /// How long the memories last, as the host works it out: a settling run where the run itself does not say what recurs.
    /// </summary>
    public static IReadOnlyList<MemoryLifetime> Lifetimes(
        SystemDescription system, Workload workload, Func<IFirmware>? firmware = null, SimulationOptions? options = null)
    {
        IFirmware Make() => firmware?.Invoke() ?? new AlwaysOnFirmware();
        SimulationResult run = Run(system, workload, Make(), options);
        SteadyWear? steady =
            run.SteadyWear ?? Run(system, SteadyWear.Settling(workload), Make(), new() { EstimateSteadyWear = true }).SteadyWear;
        return steady is null
            ? []
            : [.. run.Wear.Select((wear, memory) => MemoryLifetime.Of(wear, steady.Of(memory))).OfType<MemoryLifetime>()];
    }

    public static double Joules(this SimulationResult result, string component, EnergyCause cause) =>
        result.Ledger
            .Where(posting => result.Components[posting.Component] == component && posting.Cause == cause)
            .Sum(static posting => posting.Energy.Joules);

    public static DutyCycleFirmware DutyCycle(bool retain = false) => new(new() { Retain = retain });
}
