using Memti.Abstractions.Parameters;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

/// <summary>What results rest on, and how well they are known by it.</summary>
public sealed class StatusTests : IDisposable
{
    private const string Rram20 = "cell rram-1t1r-20f2: ";

    private static readonly Lazy<Dictionary<string, DesignReport>> Paper = new(static () =>
        Pipeline.Run(new RunRequest { ScenarioFile = Built.PaperScenario, Overrides = ["workload.duration_s=60"] }).Report!.Designs
            .ToDictionary(static design => design.Name));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("all-dram", "max_fps", "nvdla.time_model")]
    [InlineData("all-dram", "max_fps", "nvdla.winograd")]
    [InlineData("memti", "max_fps", "nvdla.winograd")]
    [InlineData("all-dram", "energy_per_frame_mj", "dram.idle_power_down")]
    [InlineData("all-rram", "weight_memory_area_mm2", "rram.packing")]
    public void A_result_that_a_word_or_switch_moves_rests_on_it_without_a_strength(string design, string column, string number) =>
        Figure(design, column).Elasticities.Single(elasticity => elasticity.Number == number).Value.ShouldBeNull();

    [Theory]
    [InlineData("all-dram", "max_fps")]
    [InlineData("all-sram", "max_fps")]
    [InlineData("memti", "max_fps")]
    public void A_result_is_no_better_than_fitted_where_a_word_was_chosen_to_give_it(string design, string column) =>
        ((int)Figure(design, column).Status.ShouldNotBeNull()).ShouldBeGreaterThanOrEqualTo((int)NumberStatus.Fitted);

    [Fact]
    public void An_endurance_that_the_cell_has_sets_the_lifetime()
    {
        Comparison lifetime = Figure("all-rram", "lifetime_years");
        lifetime.Elasticities
            .Single(static elasticity => elasticity.Number == Rram20 + "storage.endurance_cycles").Value
            .ShouldNotBeNull()
            .ShouldBe(1, 0.02);
    }

    [Fact]
    public void The_area_of_a_cell_is_in_the_area_of_its_memory()
    {
        double elasticity = Elasticity("all-sram", "weight_memory_area_mm2", "cell sram-146f2: geometry.area_f2");
        elasticity.ShouldBeInRange(0.5, 1);
        Figure("all-rram", "weight_memory_area_mm2").Status.ShouldBe(NumberStatus.Assumed); // its cell's area is
    }

    [Fact]
    public void A_design_does_not_rest_on_cells_of_others() =>
        Paper.Value["all-sram"].Comparisons.SelectMany(static figure => figure.Elasticities)
            .ShouldAllBe(static elasticity => !elasticity.Number.Contains("rram"));

    [Fact]
    public void No_result_rests_on_a_number_hundredfold() => // a step off the grid of words once gave 469
        Paper.Value.Values.SelectMany(static design => design.Comparisons).SelectMany(static figure => figure.Elasticities)
            .ShouldAllBe(static elasticity => Math.Abs(elasticity.Value ?? 0) < 10);

    [Theory]
    [InlineData("256")]
    [InlineData("257")]
    public void A_word_of_cells_moves_to_the_next_power_of_two_and_lifetime_rests_on_the_endurance_of_the_cell(string word)
    {
        string scenario = _folder.Write("a.memti.yaml", """
            memti: 1
            network: { kind: resnet26-adapters, input_px: 64, adapters: none, tasks: [cifar100, gtsrb, ucf101] }
            accelerator: { kind: nvdla, macs: 1024 }
            memories:
              activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
              backing: { kind: dram, holds: [all_tasks, input] }
              weights: { kind: rram, bits_per_cell: 3, holds: [task_specific] }
            workload: { fps: 30, duration_s: 60 }
            power: { firmware: duty-cycle }
            calibration: word.yaml
            """);
        _folder.Write("word.yaml", $$"""
            memti_calibration: 1
            values:
              rram.word_cells: { value: {{word}}, status: fitted, source: a test }
            """);
        DesignReport design = Pipeline.Run(new RunRequest { ScenarioFile = scenario }).Report.ShouldNotBeNull().Designs[0];
        design.Comparisons
            .SelectMany(static figure => figure.Elasticities)
            .ShouldAllBe(static elasticity => Math.Abs(elasticity.Value ?? 0) < 10);
        design.Comparisons.Single(static figure => figure.Column.Key == "lifetime_years").Elasticities
            .Single(static elasticity => elasticity.Number.EndsWith("storage.endurance_cycles")).Value.ShouldNotBeNull().ShouldBe(1, 0.02);
    }

    [Fact]
    public void A_number_that_the_scenario_gives_itself_is_not_moved()
    {
        RunRequest request = new()
        {
            ScenarioFile = Built.PaperScenario,
            Overrides = ["workload.duration_s=1", "accelerator.winograd=true"],
            Designs = ["all-dram"],
        };
        Pipeline.Run(request).Report!.Designs[0].Comparisons.SelectMany(static figure => figure.Elasticities)
            .ShouldAllBe(static elasticity => elasticity.Number != "nvdla.winograd");
    }

    private static Comparison Figure(string design, string column) =>
        Paper.Value[design].Comparisons.Single(figure => figure.Column.Key == column);

    private static double Elasticity(string design, string column, string number) =>
        Figure(design, column).Elasticities.Single(elasticity => elasticity.Number == number).Value.ShouldNotBeNull();
}
