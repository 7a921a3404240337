using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>
/// What is kept while down, what sleeps while the chip works, what is pinned, and waking ahead, through the whole pipeline.
/// </summary>
public sealed class MemoryStateTests
{
    private const string OnChipInput = "memories={ activations: { holds: [activations, input] }, backing: { holds: [all_tasks] } }";

    private static DesignReport RramAdapters(params string[] overrides) =>
        Pipeline.Paper(["workload.duration_s=60", .. overrides])["rram-adapters"];

    private static DesignReport Memti(params string[] overrides) => Pipeline.Paper(["workload.duration_s=60", .. overrides])["memti"];

    private static double Energy(DesignReport design, string component, params string[] causes) => design.Energy
        .Where(post => post.Component == component && (causes.Length == 0 || causes.Contains(post.Cause)))
        .Sum(static post => post.MillijoulesPerFrame);

    [Fact]
    public void Features_are_not_retained_between_frames()
    {
        DesignReport kept = Memti("power={ firmware: duty-cycle, retain: true }");

        Energy(kept, "activations", "retention").ShouldBe(0);
        Energy(kept, "activations", "off").ShouldBeGreaterThan(0);
        Energy(kept, "adapters", "retention").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void DRAM_that_no_frame_touches_costs_its_self_refresh_alone()
    {
        DesignReport awake = RramAdapters(OnChipInput);
        DesignReport asleep = RramAdapters(OnChipInput, "power={ firmware: duty-cycle, sleep_unused_memories: true }");

        Energy(awake, "backing", "leakage").ShouldBeGreaterThan(0.3);
        Energy(asleep, "backing").ShouldBe(Energy(asleep, "backing", "retention", "refresh"), 1e-12);
        Energy(asleep, "backing").ShouldBeLessThan(0.06);
        asleep.Figures.EnergyPerFrameMj.ShouldBe(
            awake.Figures.EnergyPerFrameMj - (Energy(awake, "backing") - Energy(asleep, "backing")), 1e-3);
        asleep.Figures.MaxFps!.Value.ShouldBe(awake.Figures.MaxFps!.Value);
        asleep.Frames.Met.ShouldBe(awake.Frames.Met);
        asleep.Power.MemorySleeps.ShouldBe(1); // it is never woken again
    }

    [Fact]
    public void DRAM_that_every_inference_reads_has_no_time_to_sleep() =>
        RramAdapters("power={ firmware: duty-cycle, sleep_unused_memories: true }").Figures.EnergyPerFrameMj
            .ShouldBe(RramAdapters().Figures.EnergyPerFrameMj);

    [Fact]
    public void A_store_is_put_to_sleep_after_the_last_reload_of_each_frame()
    {
        DesignReport plain = Memti(OnChipInput, "workload.sequence=[gtsrb, gtsrb, gtsrb]");
        DesignReport sleeping = Memti(
            OnChipInput, "workload.sequence=[gtsrb, gtsrb, gtsrb]", "power={ firmware: duty-cycle, sleep_unused_memories: true }");

        sleeping.Power.MemorySleeps.ShouldBe(sleeping.Frames.Total);
        Energy(sleeping, "backing").ShouldBeLessThan(0.5 * Energy(plain, "backing"));
        Energy(sleeping, "backing", "reload").ShouldBe(Energy(plain, "backing", "reload"), 1e-12);
    }

    [Fact]
    public void Waking_ahead_shortens_frames_by_the_time_of_a_wake_up_and_saves_nothing()
    {
        DesignReport late = Memti();
        DesignReport ahead = Memti("power={ firmware: duty-cycle, wake_ahead: true }");

        (late.Frames.BusyMs - ahead.Frames.BusyMs).ShouldBe(late.Power.WakeUpUs!.Value * 1e-3, 1e-3);
        ahead.Figures.EnergyPerFrameMj.ShouldBe(late.Figures.EnergyPerFrameMj, late.Figures.EnergyPerFrameMj * 0.001);
        ahead.Figures.EnergyPerFrameMj.ShouldBeGreaterThanOrEqualTo(late.Figures.EnergyPerFrameMj);
    }

    [Theory]
    [InlineData("sram")]
    [InlineData("rram")]
    public void A_pinned_task_is_not_reloaded_at_every_switch(string kind)
    {
        string[] two = [
            "power={ firmware: always-on }",
            $"designs.memti.memories.adapters={{ kind: {kind}, holds: [task_specific], resident_tasks: 2 }}"
        ];
        DesignReport turns = Memti(two);
        DesignReport pinned = Memti([.. two, "designs.memti.memories.adapters.pinned=[gtsrb]"]);

        Energy(turns, "adapters", "task_switch_write").ShouldBeGreaterThan(Energy(pinned, "adapters", "task_switch_write"));
        Switches(turns).ShouldBe(["cifar100", "gtsrb", "ucf101"]);
        Switches(pinned).ShouldBe(["cifar100", "ucf101"]);
    }

    [Fact]
    public void A_pinned_task_in_SRAM_is_loaded_again_after_a_power_down()
    {
        DesignReport pinned =
            Memti("designs.memti.memories.adapters={ kind: sram, holds: [task_specific], resident_tasks: 2, pinned: [gtsrb] }");

        pinned.Energy.Where(static post => post.Cause == "reload").Select(static post => post.Task).ShouldContain("gtsrb");
    }

    [Fact]
    public void Published_designs_do_none_of_it()
    {
        foreach (DesignReport design in Pipeline.Paper("workload.duration_s=60").Values)
            (
                design.Power.MemorySleeps,
                design.Energy.Any(static post => post is { Component: not "backing", Cause: "retention" })).ShouldBe((0, false));
    }

    private static IEnumerable<string?> Switches(DesignReport design) =>
        design.Energy.Where(static post => post.Cause == "task_switch_write").Select(static post => post.Task).Distinct().Order();
}
