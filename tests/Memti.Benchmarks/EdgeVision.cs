using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Benchmarks;

/// <summary>
/// A system like the published one: shared weights in RRAM, task sets in SRAM, backed by LPDDR4, three tasks a frame. Figures assumed.
/// </summary>
internal static class EdgeVision
{
    private static readonly DataSize TaskSet = DataSize.FromBytes(678_660);

    public static SystemDescription System { get; } = new()
    {
        AcceleratorName = "nvdla",
        Accelerator = new()
        {
            OnPower = Power.FromMilliwatts(293),
            OffPower = Power.FromMicrowatts(100),
            WakeLatency = SimTime.FromMicroseconds(50),
            WakeEnergy = Energy.FromMicrojoules(5),
        },
        Memories =
        [
            new() { Name = "activations", Holds = MemoryContents.Activations | MemoryContents.Input, Figures = Sram(2, 60) },
            new() { Name = "shared", Holds = MemoryContents.Shared, Figures = Rram() },
            new() { Name = "task", Holds = MemoryContents.TaskSpecific, ResidentTasks = 1, Figures = Sram(0.7, 20) },
            new() { Name = "backing", Holds = MemoryContents.AllTasks, Figures = Dram() },
        ],
        Tasks = [Task("cifar100"), Task("gtsrb"), Task("ucf101")],
    };

    public static Workload FramesOf(double seconds) => new() { Frames = (long)(seconds * 30), Pattern = [[0, 1, 2]] };

    public static SimulationResult Run(double seconds, bool jump) =>
        new Simulator(System, FramesOf(seconds), new DutyCycleFirmware(new()), new() { Jump = jump }).Run();

    private static MemoryFigures Sram(double mebibytes, double milliwatts) => new()
    {
        Capacity = DataSize.FromKibibytes(mebibytes * 1024),
        Volatile = true,
        Read = Bandwidth.FromGigabytesPerSecond(64),
        Write = Bandwidth.FromGigabytesPerSecond(64),
        ReadPerBit = Energy.FromPicojoules(0.05),
        WritePerBit = Energy.FromPicojoules(0.05),
        OnPower = Power.FromMilliwatts(milliwatts),
        WakeLatency = SimTime.FromMicroseconds(1),
    };

    private static MemoryFigures Rram() => new()
    {
        Capacity = DataSize.FromKibibytes(6 * 1024),
        Volatile = false,
        Read = Bandwidth.FromGigabytesPerSecond(8.4),
        Write = Bandwidth.FromGigabytesPerSecond(0.1),
        ReadPerBit = Energy.FromPicojoules(0.1),
        WritePerBit = Energy.FromPicojoules(10),
        OnPower = Power.FromMilliwatts(4),
        WakeLatency = SimTime.FromMicroseconds(5),
        Endurance = 1e6,
    };

    private static MemoryFigures Dram() => new()
    {
        Capacity = DataSize.FromKibibytes(512 * 1024),
        Volatile = true,
        HasRetention = true,
        OnChip = false,
        Read = Bandwidth.FromGigabytesPerSecond(12.8),
        Write = Bandwidth.FromGigabytesPerSecond(12.8),
        ReadPerBit = Energy.FromPicojoules(4),
        WritePerBit = Energy.FromPicojoules(4),
        OnPower = Power.FromMilliwatts(50),
        RefreshPower = Power.FromMilliwatts(5),
        RetentionPower = Power.FromMilliwatts(1),
        RetentionRefreshPower = Power.FromMicrowatts(500),
        RetentionExitLatency = SimTime.FromMicroseconds(10),
        RetentionExitEnergy = Energy.FromNanojoules(100),
    };

    private static TaskProgram Task(string name) => new() { Name = name, TaskSet = TaskSet, Plan = Plan() };

    private static InferencePlan Plan()
    {
        LayerPlan[] layers = [.. Enumerable.Range(0, 26).Select(static layer => new LayerPlan
        {
            Name = $"layer{layer}",
            Duration = SimTime.FromMicroseconds(30),
            TaskWeights = DataSize.FromBytes(26_000),
            Output = DataSize.FromBytes(100_000),
            Binding = "compute",
        })];
        return new()
        {
            Duration = SimTime.FromMicroseconds(26 * 30),
            Binding = "compute",
            TimeModel = "layer",
            DynamicEnergy = Energy.FromMicrojoules(150),
            Traffic =
            [
                new("shared", TransferDirection.Read, DataSize.FromBytes(5_832_544)),
                new("task", TransferDirection.Read, TaskSet),
                new("activations", TransferDirection.Read, DataSize.FromBytes(3_000_000)),
                new("activations", TransferDirection.Write, DataSize.FromBytes(2_600_000)),
            ],
            Layers = layers,
        };
    }
}
