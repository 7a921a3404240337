using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>What changes when an input changes, and in which direction.</summary>
public sealed class PerturbationTests
{
    private static readonly Lazy<Dictionary<string, DesignReport>> Base = new(static () => Pipeline.Paper());

    [Fact]
    public void At_half_the_frame_rate_an_always_on_design_spends_twice_the_energy_per_frame_and_a_duty_cycled_one_hardly_more()
    {
        Dictionary<string, DesignReport> slow = Pipeline.Paper("workload.fps=15");
        Energy(slow, "all-dram").ShouldBe(2 * Energy(Base.Value, "all-dram"), 0.02 * Energy(slow, "all-dram"));
        Energy(slow, "memti").ShouldBeGreaterThan(Energy(Base.Value, "memti"));
        Energy(slow, "memti").ShouldBeLessThan(1.15 * Energy(Base.Value, "memti"));
    }

    [Fact]
    public void Above_its_peak_rate_a_design_misses_frames_and_counts_them()
    {
        Dictionary<string, DesignReport> fast = Pipeline.Paper("workload.fps=60", "workload.duration_s=10");
        fast["all-rram"].Figures.FramesMissed.ShouldBeGreaterThan(0);
        (fast["all-rram"].Frames.Late + fast["all-rram"].Frames.Skipped).ShouldBe(fast["all-rram"].Figures.FramesMissed);
        fast["memti"].Figures.FramesMissed.ShouldBe(0);
    }

    [Fact]
    public void Missed_frames_are_a_warning_that_names_the_design()
    {
        Diagnostic finding = Pipeline.Run(Built.PaperScenario, "workload.fps=60", "workload.duration_s=10").Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Key).ShouldBe((RunCodes.FramesMissed, Severity.Warning, "all-rram"));
    }

    [Fact]
    public void One_task_again_and_again_needs_no_switch()
    {
        Dictionary<string, DesignReport> same = Pipeline.Paper("workload.sequence=[gtsrb, gtsrb, gtsrb]");
        RegionLifetime weights = same["all-rram"].Lifetimes.ShouldHaveSingleItem();
        (weights.WritesOnce, weights.WritesPerDay, weights.Bound).ShouldBe((1, 0, "retention")); // written once, with the first frame
        same["all-rram"].Figures.MaxFps!.Value.ShouldBeGreaterThan(400);
        Cause(same["all-sram"], "task_switch_write").ShouldBe(0);
        Cause(same["memti"], "reload").ShouldBeGreaterThan(0); // the set dies at every power-down
    }

    [Fact]
    public void Bigger_images_take_longer_where_computing_binds_and_more_energy_everywhere()
    {
        Dictionary<string, DesignReport> small = Pipeline.Paper("network.input_px=32");
        Dictionary<string, DesignReport> large = Pipeline.Paper("network.input_px=72");
        foreach (string design in Base.Value.Keys)
        {
            large[design].Figures.MaxFps!.Value.ShouldBeLessThanOrEqualTo(Base.Value[design].Figures.MaxFps!.Value);
            Energy(large, design).ShouldBeGreaterThan(Energy(Base.Value, design));
            Energy(small, design).ShouldBeLessThan(Energy(Base.Value, design));
        }

        large["all-dram"].Figures.MaxFps!.Value.ShouldBeLessThan(0.95 * Base.Value["all-dram"].Figures.MaxFps!.Value);
    }

    [Fact]
    public void A_slower_DRAM_grade_slows_the_designs_that_live_from_it()
    {
        Dictionary<string, DesignReport> slow = Pipeline.Paper("memories.backing.data_rate_mts=1600");
        slow["all-dram"].Figures.MaxFps!.Value.ShouldBe(Base.Value["all-dram"].Figures.MaxFps!.Value / 2, 1);
        slow["all-sram"].Figures.MaxFps!.Value.ShouldBeLessThan(0.8 * Base.Value["all-sram"].Figures.MaxFps!.Value);
        slow["rram-adapters"].Figures.MaxFps!.Value.ShouldBe(Base.Value["rram-adapters"].Figures.MaxFps!.Value, 1);
        slow.Keys.ShouldAllBe(design => Energy(slow, design) < Energy(Base.Value, design)); // half the clock, half the background
    }

    [Fact]
    public void Six_bit_weights_are_smaller_faster_and_cheaper()
    {
        Dictionary<string, DesignReport> six = Pipeline.Paper("network.weight_bits=6", "network.task_bits=6");
        foreach (string design in Base.Value.Keys)
        {
            six[design].Figures.MaxFps!.Value.ShouldBeGreaterThan(Base.Value[design].Figures.MaxFps!.Value);
            Energy(six, design).ShouldBeLessThan(Energy(Base.Value, design));
            (six[design].Figures.WeightMemoryAreaMm2 ?? 0).ShouldBeLessThanOrEqualTo(Base.Value[design].Figures.WeightMemoryAreaMm2 ?? 0);
        }

        six["memti"].Figures.WeightMemoryAreaMm2!.Value.ShouldBeLessThan(Base.Value["memti"].Figures.WeightMemoryAreaMm2!.Value);
    }

    [Fact]
    public void Fewer_bits_per_cell_take_more_area_and_less_write_time_where_the_staircase_takes_it()
    {
        DesignReport three = WithShortReset(3);
        DesignReport two = WithShortReset(2);
        two.Figures.WeightMemoryAreaMm2!.Value.ShouldBeGreaterThan(three.Figures.WeightMemoryAreaMm2!.Value);
        two.Figures.MaxFps!.Value.ShouldBeGreaterThan(three.Figures.MaxFps!.Value); // 4 cells of 4 pulses a value, against 3 cells of 8
    }

    [Fact]
    public void More_tasks_cost_more_in_every_design()
    {
        Dictionary<string, DesignReport>[] runs = [.. Enumerable.Range(1, 10).Select(WithTasks)];
        foreach (string design in Base.Value.Keys)
            for (int tasks = 1; tasks < runs.Length; tasks++)
            {
                runs[tasks][design].Figures.MaxFps!.Value.ShouldBeLessThan(
                    runs[tasks - 1][design].Figures.MaxFps!.Value, $"{design}, {tasks + 1} tasks");
                Energy(runs[tasks], design).ShouldBeGreaterThan(Energy(runs[tasks - 1], design), $"{design}, {tasks + 1} tasks");
            }
    }

    [Fact]
    public void All_adapter_sets_in_RRAM_take_more_area_with_every_task() =>
        WithTasks(10)["rram-adapters"].Figures.WeightMemoryAreaMm2!.Value
            .ShouldBeGreaterThan(2 * WithTasks(3)["rram-adapters"].Figures.WeightMemoryAreaMm2!.Value);

    [Fact]
    public void A_set_deployed_in_the_field_is_written_and_wears()
    {
        Dictionary<string, DesignReport> deployed = Pipeline.Paper(
            "workload.deployments=[{ at_s: 1, task: gtsrb }, { at_s: 2, task: gtsrb }]", "workload.duration_s=3");
        deployed["rram-adapters"].Lifetimes.Single(static region => region.Memory == "adapters").WritesPerCell.ShouldBe(2);
        Cause(deployed["rram-adapters"], "deploy").ShouldBeGreaterThan(0);
        Cause(deployed["all-dram"], "deploy").ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Retained_adapters_need_no_reload_but_cost_retention_power()
    {
        Dictionary<string, DesignReport> kept = Pipeline.Paper("workload.sequence=[gtsrb]", "power={ firmware: duty-cycle, retain: true }");
        Dictionary<string, DesignReport> lost = Pipeline.Paper("workload.sequence=[gtsrb]", "power={ firmware: duty-cycle }");
        Cause(kept["memti"], "reload").ShouldBeLessThan(1e-6);
        Cause(kept["memti"], "retention").ShouldBeGreaterThan(Cause(lost["memti"], "retention"));
    }

    [Fact]
    public void Firmware_stays_on_when_the_gap_is_shorter_than_the_break_even_time()
    {
        Dictionary<string, DesignReport> fast = Pipeline.Paper("workload.fps=425", "workload.duration_s=10");
        fast["memti"].Power.PowerDowns.ShouldBe(0);
        fast["memti"].Power.BreakEvenMs!.Value.ShouldBeGreaterThan(fast["memti"].Power.IdleGapMs);
        Base.Value["memti"].Power.PowerDowns.ShouldBe(108_000);
    }

    [Fact]
    public void A_smaller_accelerator_is_slower_and_draws_less()
    {
        Dictionary<string, DesignReport> small = Pipeline.Paper("accelerator.macs=256");
        foreach (string design in Base.Value.Keys)
        {
            small[design].Figures.MaxFps!.Value.ShouldBeLessThan(Base.Value[design].Figures.MaxFps!.Value);
            // (143 - 48) mW x the node's scale
            small[design].Figures.PowerMw!.Value.ShouldBeLessThan(Base.Value[design].Figures.PowerMw!.Value - 90);
        }
    }

    [Fact]
    public void A_serial_reload_costs_peak_rate_only_where_there_is_one_to_hide()
    {
        Dictionary<string, VariantRow> serial = Base.Value.ToDictionary(
            static design => design.Key,
            static design => design.Value.Variants.Single(static variant => variant.Variant == "serial-reload"));
        serial["memti"].Figures.MaxFps!.Value.ShouldBe(408.9, 2); // derived from the published figures: 3 x 678,660 byte loaded serially
        serial["all-sram"].Figures.MaxFps!.Value.ShouldBe(294, 4);
        serial["all-dram"].Figures.MaxFps!.Value.ShouldBe(Base.Value["all-dram"].Figures.MaxFps!.Value, 1e-9);
    }

    private static DesignReport WithShortReset(int bitsPerCell) => Pipeline.Paper(
        $"designs.all-rram.memories.weights.bits_per_cell={bitsPerCell}", "designs.all-rram.memories.weights.reset_pulse_ns=5")["all-rram"];

    private static Dictionary<string, DesignReport> WithTasks(int count)
    {
        string[] names = [.. Enumerable.Range(1, count).Select(static index => $"task{index}")];
        string tasks = string.Join(", ", names.Select(static name => $"{{ name: {name}, classes: 43 }}"));
        return Pipeline.Paper($"network.tasks=[{tasks}]", $"workload.sequence=[{string.Join(", ", names)}]", "workload.duration_s=60");
    }

    private static double Energy(Dictionary<string, DesignReport> designs, string design) => designs[design].Figures.EnergyPerFrameMj;

    private static double Cause(DesignReport design, string cause) =>
        design.Energy.Where(post => post.Cause == cause).Sum(static post => post.MillijoulesPerFrame);
}
