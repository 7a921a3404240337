using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class ReloadTests
{
    private const double Nanosecond = 1e-3;

    /// <summary>Time of one frame with one inference of task 0, which is not resident.</summary>
    private static double Microseconds(SystemDescription system) => Systems.Run(system, Systems.Frames(1, 0)).Busy.Most.Microseconds;

    private static SystemDescription System(params (double Microseconds, int TaskBits)[] layers) =>
        Systems.Of([Systems.Task("a", 8000, layers), Systems.Task("b")], Systems.Working(), Systems.Backing());

    [Fact]
    public void A_streamed_load_shows_only_where_a_layer_waits_for_its_weights() =>
        // A bit takes 125 ps. Weights arrive at 0.25 and 1.0 us; layer 2 could start at 0.4 us: 0.6 us late.
        Microseconds(System((0.4, 2000), (5, 6000))).ShouldBe(5.4 + 0.6, Nanosecond);

    [Fact]
    public void A_layer_that_reads_weights_again_waits_for_none()
    {
        // 2,000 bits arrive at 0.25 us and serve the first two layers; were they 2,000 more, the second would wait until 0.5 us, from 0.1
        // on.
        SystemDescription system = System((0.1, 2000), (5, 2000), (5, 6000));
        InferencePlan plan = system.Tasks[0].Plan;
        LayerPlan[] layers = [plan.Layers[0], plan.Layers[1] with { WeightsOf = 0 }, plan.Layers[2]];
        system = system with { Tasks = [system.Tasks[0] with { Plan = plan with { Layers = layers } }, system.Tasks[1]] };
        Microseconds(system).ShouldBe(10.1 + 0.25, Nanosecond);
    }

    [Fact]
    public void A_layer_that_waits_moves_the_later_ones_so_that_only_the_worst_wait_counts() =>
        // Arrivals 0.5, 0.75, 1.0 us against starts 0, 1, 2 us: the first layer's 0.5 us is all.
        Microseconds(System((1, 4000), (1, 2000), (1, 2000))).ShouldBe(3.5, Nanosecond);

    [Fact]
    public void An_inference_that_reads_the_backing_store_cannot_outrun_it()
    {
        // 8,000 bits of load and 40,000 of its own at 1 GB/s take 6 us, though the layers alone take 5.4.
        SystemDescription system = System((5.4, 0));
        system = system with { Tasks = [system.Tasks[0].Moving("backing", TransferDirection.Read, 40_000), system.Tasks[1]] };
        Microseconds(system).ShouldBe(6, Nanosecond);
    }

    [Fact]
    public void A_serial_load_takes_its_whole_time() =>
        Microseconds(System((0.4, 2000), (5, 6000)) with { ReloadOverlapsInference = false }).ShouldBe(6.4, Nanosecond);

    [Fact]
    public void A_memory_that_cannot_be_read_while_written_shuts_the_inference_out()
    {
        MemoryUnit exclusive = Systems.Working(isVolatile: false);
        exclusive = exclusive with { Figures = exclusive.Figures with { Write = Bandwidth.FromGigabytesPerSecond(0.5) } };
        SystemDescription system = System((0.4, 2000), (5, 6000));
        Microseconds(system with { Memories = [exclusive, system.Memories[1]] }).ShouldBe(5.4 + 2, Nanosecond);
    }

    [Fact]
    public void A_head_start_hides_what_arrived_before()
    {
        SystemDescription system = System((0.4, 2000), (5, 6000));
        system = system with { Memories = [Systems.Working(resident: 2), system.Memories[1]] };
        ScriptedFirmware prefetching = ScriptedFirmware.PerFrame(static async (soc, frame) =>
        {
            await soc.Load(1);
            await soc.Infer(1);
            await soc.Load(0);
            await soc.Infer(1);
            await soc.Infer(0);
        });

        Systems.Run(system, Systems.Frames(1, 0), prefetching).Busy.Most.Microseconds.ShouldBe(10 + 0.5 + 10 + 5.4, Nanosecond);
    }

    [Fact]
    public void A_second_load_waits_for_the_first_to_end()
    {
        SystemDescription system = System((0.4, 2000), (5, 6000));
        system = system with { Memories = [Systems.Working(resident: 2), system.Memories[1]] };
        ScriptedFirmware both = ScriptedFirmware.PerFrame(static async (soc, frame) =>
        {
            await soc.Load(0);
            await soc.Load(1);
            await soc.PowerDown(retain: false);
        });

        Systems.Run(system, Systems.Frames(1, 0), both).Busy.Most.Microseconds.ShouldBe(2, Nanosecond);
    }

    [Fact]
    public void Dead_contents_are_reloaded_and_live_ones_are_replaced()
    {
        SimulationResult result = Systems.Run(Systems.Hybrid(), Systems.Frames(10), Systems.DutyCycle());

        // 8,000 bits at 2 pJ each: one reload per frame after the power-down, two task switches.
        result.Joules("task", EnergyCause.Reload).ShouldBe(10 * 16e-9, 1e-15);
        result.Joules("task", EnergyCause.TaskSwitchWrite).ShouldBe(20 * 16e-9, 1e-15);
        result.Joules("backing", EnergyCause.Reload).ShouldBe(10 * 8e-9, 1e-15);
        result.Transfers.Single(static row => row is { Memory: "task", Direction: TransferDirection.Write }).Count.ShouldBe(30);
    }

    [Fact]
    public void Volatile_shared_weights_are_reloaded_after_each_power_down()
    {
        SystemDescription system = Systems.Hybrid().WithVolatileShared();

        SimulationResult result = Systems.Run(system, Systems.Frames(10), Systems.DutyCycle());

        result.PowerDowns.ShouldBe(10);
        result.Joules("shared", EnergyCause.Reload).ShouldBe(10 * 16e-9, 1e-15);
        Systems.Run(system, Systems.Frames(10)).Joules("shared", EnergyCause.Reload).ShouldBe(16e-9, 1e-15);
    }

    [Fact]
    public void Shared_weights_move_as_they_lie_in_memory_however_often_an_inference_reads_them()
    {
        SystemDescription system = Systems.Hybrid().WithVolatileShared() with { SharedSet = DataSize.FromBits(20_000) };

        SimulationResult result = Systems.Run(system, Systems.Frames(1));

        result.Joules("shared", EnergyCause.Reload).ShouldBe(40e-9, 1e-15);
    }

    [Fact]
    public void Shared_weights_that_die_need_a_copy_of_some_size() =>
        Should.Throw<MemtiException>(
            () => Systems.Run(Systems.Hybrid().WithVolatileShared() with { SharedSet = DataSize.Zero }, Systems.Frames(1)))
            .Diagnostic.Code.ShouldBe("MEMTI2011");

    [Fact]
    public void Volatile_shared_weights_without_a_copy_stay_on()
    {
        SystemDescription system = Systems.Of(
            Systems.Hybrid().Tasks, Systems.Shared(isVolatile: true), Systems.Working(), Systems.Backing());
        SimulationResult result = Systems.Run(system, Systems.Frames(10), Systems.DutyCycle());
        result.Residency.ShouldNotContain(static state => state.Component == 1 && state.State == PowerState.Off);
        result.Joules("shared", EnergyCause.Reload).ShouldBe(0);
    }

    [Fact]
    public void Sets_that_all_fit_a_non_volatile_memory_are_never_loaded()
    {
        SystemDescription system = Systems.Of(Systems.Hybrid().Tasks, Systems.Working(isVolatile: false, resident: 3));

        SimulationResult result = Systems.Run(system, Systems.Frames(10), Systems.DutyCycle());

        result.Transfers.ShouldAllBe(static row => row.Count == 0);
        result.Wear[0].MostWritten.ShouldBeNull();
        result.Inferences.ShouldBe([10, 10, 10]);
    }

    [Fact]
    public void The_set_used_longest_ago_makes_way()
    {
        List<bool> resident = [];
        SystemDescription system = Systems.Of(Systems.Hybrid().Tasks, Systems.Working(resident: 2), Systems.Backing());
        ScriptedFirmware firmware = ScriptedFirmware.PerFrame(async (soc, frame) =>
        {
            foreach (int task in frame.Tasks)
            {
                await soc.Load(task);
                await soc.Infer(task);
            }

            resident.AddRange(Enumerable.Range(0, 3).Select(soc.IsResident));
        });
        Systems.Run(system, Systems.Frames(1, 0, 1, 0, 2), firmware);

        resident.ShouldBe([true, false, true]);
    }

    [Fact]
    public void A_working_memory_with_nothing_to_load_from_is_refused() =>
        Should.Throw<MemtiException>(() => Systems.Run(Systems.Of(Systems.Hybrid().Tasks, Systems.Working()), Systems.Frames(1)))
            .Diagnostic.Code.ShouldBe("MEMTI2011");
}
