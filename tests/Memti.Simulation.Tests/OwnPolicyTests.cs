using Memti.Abstractions.Diagnostics;
using Memti.Simulation.Runs;
using Memti.Simulation.Systems;
using Memti.Simulation.Wear;

namespace Memti.Simulation.Tests;

/// <summary>Firmware that chooses the slots of the working memory itself.</summary>
public sealed class OwnPolicyTests
{
    private static readonly SystemDescription TwoSlots = Systems.Of(
        [Systems.Task("a"), Systems.Task("b"), Systems.Task("c")], Systems.Shared(), Systems.Working(resident: 2), Systems.Backing());

    /// <summary>Tasks a, b, c in turn: whoever replaces the least recently used misses every time.</summary>
    [Fact]
    public void Keeping_one_task_beats_the_least_recently_used()
    {
        SimulationResult own = Systems.Run(TwoSlots, Systems.Frames(100), KeepsFirst());
        SimulationResult leastRecent = Systems.Run(TwoSlots, Systems.Frames(100));
        Loads(own).ShouldBe((1, 200));
        Loads(leastRecent).ShouldBe((150, 150));
        own.Energy.ShouldBeLessThan(leastRecent.Energy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Skipping_changes_nothing(bool overlaps)
    {
        SystemDescription system = TwoSlots with { ReloadOverlapsInference = overlaps };
        SimulationResult jumped = Systems.Run(system, Systems.Frames(1_000), KeepsFirst());
        SimulationResult stepped = Systems.Run(system, Systems.Frames(1_000), KeepsFirst(), new() { Jump = false });
        jumped.FramesJumped.ShouldBeGreaterThan(900);
        jumped.Ledger.ShouldBe(stepped.Ledger);
        jumped.Wear.ShouldBe(stepped.Wear);
    }

    [Fact]
    public void A_slot_tells_what_it_holds()
    {
        int[] seen = new int[4];
        Systems.Run(TwoSlots, Systems.Frames(1), ScriptedFirmware.PerFrame(async (soc, _) =>
        {
            seen[0] = soc.Slots;
            seen[1] = soc.TaskIn(1);
            await soc.Load(2, 1);
            await soc.Infer(2);
            seen[2] = soc.TaskIn(1);
            seen[3] = soc.TaskIn(0);
        }));
        seen.ShouldBe([2, -1, 2, -1]);
    }

    [Fact]
    public void A_set_in_two_slots_outlives_one_of_them()
    {
        bool resident = false;
        Systems.Run(TwoSlots, Systems.Frames(1), ScriptedFirmware.PerFrame(async (soc, _) =>
        {
            await soc.Load(0, 0);
            await soc.Load(0, 1);
            await soc.Load(1, 1);
            resident = soc.IsResident(0) && soc.IsResident(1);
        }));
        resident.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_slot_that_is_not_there_is_refused(int slot) =>
        Should.Throw<MemtiException>(
                () => Systems.Run(TwoSlots, Systems.Frames(1), ScriptedFirmware.PerFrame(async (soc, _) => await soc.Load(0, slot))))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.IllegalOperation);

    [Fact]
    public void A_system_that_reads_sets_in_place_has_no_slots()
    {
        int slots = -1;
        SystemDescription inPlace = Systems.Of([Systems.Task("a")], Systems.Backing());
        Systems.Run(inPlace, Systems.Frames(1, 0), ScriptedFirmware.PerFrame((soc, _) =>
        {
            slots = soc.Slots;
            return default;
        }));
        slots.ShouldBe(0);
    }

    private static ScriptedFirmware KeepsFirst() => ScriptedFirmware.PerFrame(async (soc, frame) =>
    {
        foreach (int task in frame.Tasks)
        {
            if (!soc.IsResident(task))
                await soc.Load(task, task == 0 ? 0 : 1);
            await soc.Infer(task);
        }
    });

    private static (long First, long Second) Loads(SimulationResult result)
    {
        MemoryWear wear = result.Wear.Single(static one => one.Memory == "task");
        long Of(string slot) => wear.Regions.SingleOrDefault(region => region.Name == slot)?.Writes ?? 0;
        return (Of("slot 0"), Of("slot 1"));
    }
}
