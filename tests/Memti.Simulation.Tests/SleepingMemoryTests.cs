using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
using Memti.Simulation.Firmware;
using Memti.Simulation.Frames;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class SleepingMemoryTests
{
    private const int Features = 0;
    private const int Task = 1;
    private const int Backing = 2;

    /// <summary>Features and input on the chip, one volatile slot, a backing store that only loads touch.</summary>
    private static SystemDescription System(MemoryContents features = MemoryContents.Activations | MemoryContents.Input)
    {
        MemoryUnit unit = new() { Name = "features", Holds = features, Figures = Retaining() };
        TaskProgram task = Systems.Task("a").Moving("features", TransferDirection.Read, 100).Moving("task", TransferDirection.Read, 100);
        TaskProgram[] tasks = [task, task with { Name = "b" }];
        MemoryUnit working = Systems.Working(resident: 1) with { Figures = Retaining() };
        return Systems.Of(tasks, unit, working, Systems.Backing());
    }

    private static MemoryFigures Retaining() => Systems.Figures(isVolatile: true) with
    {
        HasRetention = true,
        RetentionPower = Power.FromMicrowatts(10),
        RetentionExitLatency = SimTime.FromMicroseconds(1),
        RetentionExitEnergy = Energy.FromNanojoules(20),
    };

    private static SimulationResult Run(Func<ISystemOnChip, Frame, ValueTask> script, long frames = 1, SystemDescription? system = null) =>
        Systems.Run(system ?? System(), Systems.Frames(frames, 0), ScriptedFirmware.PerFrame(script), new() { Jump = false });

    private static double Microseconds(SimulationResult result, int memory, PowerState state) =>
        result.Residency.Where(row => row.Component == memory + 1 && row.State == state).Sum(static row => row.Seconds) * 1e6;

    [Fact]
    public void A_memory_sleeps_while_the_accelerator_works()
    {
        SimulationResult result = Run(static async (soc, frame) =>
        {
            await soc.Load(0);
            await soc.Infer(0);
            await soc.Sleep(MemorySet.Of(Backing), retain: false);
            soc.IsOn.ShouldBeTrue();
            soc.AwakeMemories.ShouldBe(MemorySet.Of(Features).With(MemorySet.Of(Task)));
            await soc.Infer(0);
        });

        // A load of 1 us hides in an inference of 10 us; then the store is in self-refresh for the rest of 1 ms.
        Microseconds(result, Backing, PowerState.Retention).ShouldBe(1000 - 10.5, 1e-6);
        result.Joules("backing", EnergyCause.Refresh).ShouldBe((1e-3 * 10.5e-6) + (50e-6 * 989.5e-6), 1e-15);
        result.MemorySleeps.ShouldBe(1);
        result.PowerDowns.ShouldBe(0);
    }

    [Fact]
    public void An_operation_wakes_what_it_needs_and_waits_for_it()
    {
        SimulationResult result = Run(static async (soc, frame) =>
        {
            await soc.Sleep(MemorySet.Of(Backing), retain: false);
            await soc.Load(0);
            await soc.Infer(0);
        });

        // 1 us to leave self-refresh, then as ever.
        result.Busy.Most.Microseconds.ShouldBe(1 + 10.5, 1e-6);
        result.Joules("backing", EnergyCause.WakeUp).ShouldBe(20e-9, 1e-18);
        result.Ledger.Single(static posting => posting.Cause == EnergyCause.WakeUp).Task.ShouldBe(0);
        Microseconds(result, Backing, PowerState.Waking).ShouldBe(1, 1e-6);
    }

    [Fact]
    public void What_dies_in_its_sleep_must_be_loaded_again()
    {
        List<bool> resident = [];
        SimulationResult result = Run(async (soc, frame) =>
        {
            await soc.Load(0);
            await soc.Infer(0);
            await soc.Sleep(MemorySet.Of(Task), retain: true);
            resident.Add(soc.IsResident(0));
            await soc.Infer(0);
            await soc.Sleep(MemorySet.Of(Task), retain: false);
            resident.Add(soc.IsResident(0));
            await soc.Load(0);
        });

        resident.ShouldBe([true, false]);
        result.Joules("task", EnergyCause.Reload).ShouldBe(2 * 16e-9, 1e-15);
    }

    [Fact]
    public void The_input_of_an_open_frame_is_kept_and_features_are_not()
    {
        SimulationResult input = Run(static async (soc, frame) => await soc.Sleep(MemorySet.Of(Features), retain: false));
        SimulationResult features = Run(
            static async (soc, frame) => await soc.Sleep(MemorySet.Of(Features), retain: true), system: System(MemoryContents.Activations));

        Microseconds(input, Features, PowerState.Retention).ShouldBe(1000, 1e-6);
        Microseconds(features, Features, PowerState.Off).ShouldBe(1000, 1e-6);
    }

    [Fact]
    public void Retained_power_downs_keep_parameters_and_not_features()
    {
        SimulationResult result = Systems.Run(System(), Systems.Frames(100, 0), Systems.DutyCycle(retain: true));

        Microseconds(result, Features, PowerState.Retention).ShouldBe(0);
        Microseconds(result, Task, PowerState.Retention).ShouldBeGreaterThan(90_000);
        result.Joules("features", EnergyCause.Retention).ShouldBe(0);
        result.Transfers.Single(static row => row is { Memory: "task", Direction: TransferDirection.Write }).Count.ShouldBe(1);
    }

    [Fact]
    public void An_empty_memory_of_parameters_is_not_retained()
    {
        SimulationResult result = Run(static async (soc, frame) => await soc.PowerDown(retain: true));

        Microseconds(result, Task, PowerState.Off).ShouldBe(1000, 1e-6);
    }

    [Fact]
    public void The_balance_of_a_retained_power_down_is_that_of_the_states_it_leads_to()
    {
        PowerDownCost cost = Systems.Run(System(), Systems.Frames(1, 0), Systems.DutyCycle(retain: true)).LastPowerDownCost!.Value;

        // Accelerator 20 uW and features 10 uW off, parameters 10 uW and backing store 150 uW retained.
        cost.OffPower.Microwatts.ShouldBe(20 + 10 + 10 + 150, 1e-9);
        cost.Transition.Joules.ShouldBe(100e-9 + 50e-9 + 20e-9 + 20e-9 + (0.131 * 3e-6), 1e-15);
    }

    [Fact]
    public void The_balance_of_one_memory_counts_the_system_that_waits_for_it()
    {
        PowerDownCost cost = default;
        Run(async (soc, frame) =>
        {
            await soc.Load(0);
            await soc.Infer(0);
            cost = soc.CostOfSleep(Backing, retain: false, 0);
        });

        cost.WakeLatency.ShouldBe(SimTime.FromMicroseconds(1));
        cost.Transition.Joules.ShouldBe(20e-9 + (0.131 * 1e-6), 1e-15);
        (cost.OnPower - cost.OffPower).Milliwatts.ShouldBe(11 - 0.15, 1e-9);
        cost.BreakEven.Seconds.ShouldBe(151e-9 / (11e-3 - 150e-6), 1e-12);
    }

    [Fact]
    public void A_power_down_counts_only_what_is_still_awake()
    {
        (PowerDownCost awake, PowerDownCost asleep) = (default, default);
        Run(async (soc, frame) =>
        {
            awake = soc.CostOfPowerDown(retain: false, 0);
            await soc.Sleep(MemorySet.Of(Backing), retain: false);
            asleep = soc.CostOfPowerDown(retain: false, 0);
        });

        (awake.OnPower - asleep.OnPower).Milliwatts.ShouldBe(11 - 0.15, 1e-9);
        asleep.OffPower.ShouldBe(awake.OffPower);
    }

    [Fact]
    public void A_memory_sleeps_only_after_the_load_that_streams_from_it()
    {
        SimulationResult result = Run(static async (soc, frame) =>
        {
            await soc.Load(0);
            await soc.Sleep(MemorySet.Of(Backing), retain: false);
        });

        result.Busy.Most.Microseconds.ShouldBe(1, 1e-6);
    }

    [Fact]
    public void Waking_some_memories_leaves_the_others_down()
    {
        SimulationResult result = Run(
            static async (soc, frame) =>
            {
                await soc.Wake(soc.MemoriesFor(TaskOperation.Infer, 0));
                if (frame.Index == 1)
                    soc.AwakeMemories.ShouldBe(MemorySet.Of(Features).With(MemorySet.Of(Task)));
                await soc.PowerDown(retain: false);
            },
            frames: 2);

        Microseconds(result, Backing, PowerState.On).ShouldBe(0);
        result.Joules("backing", EnergyCause.WakeUp).ShouldBe(0);
        result.Wakes.ShouldBe(1);
    }

    [Fact]
    public void Memories_of_an_operation_are_those_it_moves_data_at() => Run(static async (soc, frame) =>
    {
        soc.Memories.ShouldBe(["features", "task", "backing"]);
        soc.MemoriesFor(TaskOperation.Infer, 0).ShouldBe(MemorySet.Of(Features).With(MemorySet.Of(Task)));
        soc.MemoriesFor(TaskOperation.Load, 0).ShouldBe(MemorySet.Of(Task).With(MemorySet.Of(Backing)));
        soc.MemoriesFor(TaskOperation.Deploy, 0).ShouldBe(MemorySet.Of(Backing));
        await soc.Load(0);
        soc.MemoriesFor(TaskOperation.Load, 0).ShouldBe(MemorySet.None);
        soc.MemoriesFor(TaskOperation.Deploy, 0).ShouldBe(MemorySet.Of(Task).With(MemorySet.Of(Backing)));
    });

    [Fact]
    public void Sleep_of_a_system_that_is_down_is_illegal() => Should.Throw<MemtiException>(() => Run(static async (soc, frame) =>
    {
        await soc.PowerDown(retain: false);
        await soc.Sleep(MemorySet.All, retain: false);
    })).Diagnostic.Code.ShouldBe("MEMTI4006");

    [Fact]
    public void A_store_that_no_frame_reads_is_left_asleep_by_firmware_that_sleeps_unused_memories()
    {
        SystemDescription resident = Systems.Of(
            System().Tasks, [System().Memories[0], Systems.Working(isVolatile: false, resident: 2), Systems.Backing()]);
        SimulationResult plain = Systems.Run(resident, Systems.Frames(1000, 0, 1), Systems.DutyCycle());
        SimulationResult sleeping = Systems.Run(
            resident, Systems.Frames(1000, 0, 1), new DutyCycleFirmware(new() { SleepUnusedMemories = true }));

        Microseconds(sleeping, Backing, PowerState.Retention).ShouldBe(1e6, 1e-3);
        sleeping.Joules("backing", EnergyCause.WakeUp).ShouldBe(0);
        // Awake, each frame costs 23 us of it on: 11 mW less 150 uW, and a wake-up.
        (plain.Energy - sleeping.Energy).Joules.ShouldBe((999 * 20e-9) + ((20e-6 + (999 * 23e-6)) * 10.85e-3), 1e-9);
    }

    [Fact]
    public void On_a_thousand_random_systems_sleeping_unused_memories_costs_neither_energy_nor_deadlines()
    {
        for (int seed = 0; seed < 1000; seed++)
        {
            (SystemDescription system, Workload workload, _) = RandomRuns.Of(seed);
            bool retain = seed % 2 == 0;
            SimulationResult plain = Systems.Run(system, workload, Systems.DutyCycle(retain));
            SimulationResult sleeping = Systems.Run(
                system, workload, new DutyCycleFirmware(new() { Retain = retain, SleepUnusedMemories = true }));
            if (plain.Frames.Missed > 0)
                continue; // without slack nothing is known of the gap
            sleeping.Energy.Joules.ShouldBeLessThanOrEqualTo(plain.Energy.Joules * (1 + 1e-9), $"seed {seed}");
        }
    }
}
