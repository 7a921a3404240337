using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

/// <summary>Random systems and workloads from a number, so that a failing case can be named.</summary>
internal static class RandomRuns
{
    public static (SystemDescription System, Workload Workload, IFirmware Firmware) Of(int seed)
    {
        Random random = new(seed);
        int tasks = random.Next(1, 5);
        return (WithPort(System(random, tasks), new(~seed)), Workload(random, tasks), Firmware(random));
    }

    private static SystemDescription System(Random random, int tasks)
    {
        bool sharedVolatile = Coin(random);
        List<MemoryUnit> memories = [Memory(random, "backing", MemoryContents.AllTasks, true)];
        if (random.Next(4) > 0)
        {
            memories.Add(Memory(random, "shared", MemoryContents.Shared, sharedVolatile));
            memories[0] = memories[0] with { Copies = sharedVolatile ? MemoryContents.Shared : MemoryContents.None };
        }

        if (random.Next(4) > 0)
            memories.Add(Working(random, tasks));
        if (Coin(random))
            memories.Add(Memory(random, "features", MemoryContents.Activations | MemoryContents.Input, isVolatile: true));
        return new()
        {
            Accelerator = new()
            {
                OnPower = Milliwatts(random, 300),
                OffPower = Milliwatts(random, 0.1),
                WakeLatency = Microseconds(random, 30),
                WakeEnergy = Energy.FromMicrojoules(random.NextDouble()),
            },
            Memories = memories,
            Tasks = [.. Enumerable.Range(0, tasks).Select(task => Program(random, $"task{task}", memories))],
            ReloadOverlapsInference = random.Next(3) > 0,
        };
    }

    private static MemoryUnit Working(Random random, int tasks)
    {
        int slots = 1 + random.Next(tasks);
        IEnumerable<int> pinned = Enumerable.Range(0, tasks).OrderBy(_ => random.Next()).Take(random.Next(slots));
        return Memory(random, "task", MemoryContents.TaskSpecific, Coin(random)) with { ResidentTasks = slots, Pinned = [.. pinned] };
    }

    /// <summary>
    /// Memories on and off the chip, behind a port or none; drawn apart, so that the rest of a system stays what its number says.
    /// </summary>
    private static SystemDescription WithPort(SystemDescription system, Random random) => system with
    {
        Accelerator = system.Accelerator with { WeightPort = Coin(random) ? new(Gigabytes(random), Gigabytes(random)) : null },
        Memories = [.. system.Memories.Select(memory => memory with { Figures = memory.Figures with { OnChip = random.Next(4) > 0 } })],
        SharedSet = DataSize.FromBits(1 + random.Next(40_000)),
        Tasks = [.. system.Tasks.Select(task => task with { Input = DataSize.FromBits(random.Next(20_000)) })],
    };

    private static MemoryUnit Memory(Random random, string name, MemoryContents roles, bool isVolatile) => new()
    {
        Name = name,
        Holds = roles,
        Figures = new()
        {
            Capacity = DataSize.FromBits(1_000_000_000),
            Volatile = isVolatile,
            HasRetention = random.Next(2) == 0,
            WriteIsExclusive = random.Next(3) == 0,
            Read = Bandwidth.FromGigabytesPerSecond(0.5 + 10 * random.NextDouble()),
            Write = Bandwidth.FromGigabytesPerSecond(0.2 + 10 * random.NextDouble()),
            ReadPerBit = Energy.FromPicojoules(random.NextDouble()),
            WritePerBit = Energy.FromPicojoules(10 * random.NextDouble()),
            OnPower = Milliwatts(random, 100),
            RefreshPower = Milliwatts(random, 5),
            RetentionPower = Milliwatts(random, 1),
            RetentionRefreshPower = Milliwatts(random, 1),
            OffPower = Milliwatts(random, 0.01),
            WakeLatency = Microseconds(random, 20),
            WakeEnergy = Energy.FromMicrojoules(random.NextDouble()),
            RetentionExitLatency = Microseconds(random, 5),
            RetentionExitEnergy = Energy.FromMicrojoules(random.NextDouble()),
            Endurance = isVolatile ? null : random.Next(6) == 0 ? random.Next(1, 1000) : 1e8,
            Retention = isVolatile || random.Next(2) == 0 ? null : TimeSpan.FromSeconds(2 * random.NextDouble()),
        },
    };

    private static TaskProgram Program(Random random, string name, List<MemoryUnit> memories)
    {
        (double, int)[] layers = Some(random, 1, 6, () => (Math.Round(500 * random.NextDouble(), 6), random.Next(400_000)));
        TaskProgram task = Systems.Task(name, layers.Sum(static layer => layer.Item2) + random.Next(1000), layers);
        // Drawn from what was drawn already, so that the runs stay what they were.
        Energy? compute = layers.Length % 2 == 0 ? null : Energy.FromMicrojoules(layers[0].Item1);
        task = task with { Plan = task.Plan with { ComputeEnergy = compute } };
        foreach (MemoryUnit memory in memories.Where(_ => random.Next(4) > 0))
            task = task.Moving(memory.Name, (TransferDirection)random.Next(2), random.Next(1_000_000));
        return task;
    }

    private static Workload Workload(Random random, int tasks)
    {
        int[][] pattern = Some(random, 1, 5, () => Some(random, random.Next(3) > 0 ? 1 : 0, 4, () => random.Next(tasks)));
        pattern = pattern.Any(static frame => frame.Length > 0) ? pattern : [[0]];
        long frames = random.Next(1, 800);
        return new()
        {
            FrameRate = new(random.Next(1, 4) == 1 ? 30_000 : random.Next(10, 2500), random.Next(1, 4) == 1 ? 1001 : random.Next(1, 3)),
            Frames = frames,
            Pattern = pattern,
            Shuffled = random.Next(8) == 0,
            FreeRunning = random.Next(6) == 0,
            Deployments = [.. Some(random, 0, 4, () => Arrival(random, frames, tasks)).OrderBy(static one => one.Frame)],
        };
    }

    private static T[] Some<T>(Random random, int least, int below, Func<T> one) =>
        [.. Enumerable.Range(0, random.Next(least, below)).Select(_ => one())];

    private static Deployment Arrival(Random random, long frames, int tasks) => new(random.NextInt64(frames), random.Next(tasks));

    private static bool Coin(Random random) => random.Next(2) == 0;

    private static IFirmware Firmware(Random random) => random.Next(3) == 0
        ? new AlwaysOnFirmware()
        : new DutyCycleFirmware(new() { Retain = Coin(random), SleepUnusedMemories = Coin(random), WakeAhead = Coin(random) });

    private static Bandwidth Gigabytes(Random random) => Bandwidth.FromGigabytesPerSecond(0.1 + 10 * random.NextDouble());

    private static Power Milliwatts(Random random, double most) => Power.FromMilliwatts(most * random.NextDouble());

    private static SimTime Microseconds(Random random, double most) => SimTime.FromMicroseconds(most * random.NextDouble());
}
