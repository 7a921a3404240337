using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;

namespace Memti.Simulation.Tests;

public class PinnedTaskTests
{
    private static SystemDescription System(bool isVolatile, int slots, params int[] pinned) =>
        Systems.Of(Systems.Hybrid().Tasks, Systems.Working(isVolatile, slots) with { Pinned = pinned }, Systems.Backing());

    private static long Loads(SimulationResult result) =>
        result.Transfers.Single(static row => row is { Memory: "task", Direction: TransferDirection.Write }).Count;

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void A_pinned_set_is_never_replaced(bool isVolatile, int first)
    {
        // Tasks 0, 1, 2 in turn through two slots: by order of use each would be gone when it is needed.
        Loads(Systems.Run(System(isVolatile, 2), Systems.Frames(100))).ShouldBe(300);
        Loads(Systems.Run(System(isVolatile, 2, 0), Systems.Frames(100))).ShouldBe(200 + first);
    }

    [Fact]
    public void A_pinned_set_that_died_with_power_is_loaded_again()
    {
        SimulationResult result = Systems.Run(System(true, 2, 2), Systems.Frames(100), Systems.DutyCycle());

        result.PowerDowns.ShouldBe(100);
        Loads(result).ShouldBe(300);
    }

    [Fact]
    public void A_pinned_set_in_non_volatile_memory_is_there_from_the_start()
    {
        List<bool> resident = [];
        Systems.Run(System(false, 2, 1), Systems.Frames(1), ScriptedFirmware.PerFrame((soc, _) =>
        {
            resident.AddRange(Enumerable.Range(0, 3).Select(soc.IsResident));
            return default;
        }));

        resident.ShouldBe([false, true, false]);
    }

    [Fact]
    public void Losing_pinned_sets_is_part_of_the_cost_of_a_power_down()
    {
        double Cost(params int[] pinned)
        {
            PowerDownCost cost = default;
            Systems.Run(System(true, 2, pinned), Systems.Frames(1), ScriptedFirmware.PerFrame(async (soc, _) =>
            {
                await soc.Load(0);
                await soc.Infer(0);
                await soc.Load(1);
                await soc.Infer(1);
                cost = soc.CostOfPowerDown(retain: false, nextTask: 2);
            }));
            return cost.Transition.Joules;
        }

        // Task 2 is not there, so nothing but a pinned set is missed: 24 nJ, and 121 mW for the exposed 0.5 us.
        (Cost(0) - Cost()).ShouldBe((8000 * 3e-12) + (0.121 * 0.5e-6), 1e-15);
    }

    [Theory]
    [InlineData(2, new[] { 0, 1 })]
    [InlineData(2, new[] { 0, 0 })]
    [InlineData(2, new[] { 3 })]
    public void Pins_that_leave_no_slot_or_name_no_task_are_refused(int slots, int[] pinned) =>
        Should.Throw<MemtiException>(() => Systems.Run(System(true, slots, pinned), Systems.Frames(1))).Diagnostic.Code
            .ShouldBe("MEMTI2011");

    [Fact]
    public void Where_every_task_has_a_slot_all_may_be_pinned()
    {
        SimulationResult pinned = Systems.Run(System(true, 3, 0, 1, 2), Systems.Frames(100));
        pinned.Rontojoules.ShouldBe(Systems.Run(System(true, 3), Systems.Frames(100)).Rontojoules);
        Loads(pinned).ShouldBe(3);
    }
}
