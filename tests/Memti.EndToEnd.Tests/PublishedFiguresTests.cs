using Memti.Abstractions.Parameters;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

/// <summary>The five designs against Table 2 of Donato et al., IEEE Micro 2019.</summary>
public sealed class PublishedFiguresTests
{
    private static readonly Lazy<Dictionary<string, DesignReport>> Designs = new(static () =>
        Pipeline.Run(new RunRequest { ScenarioFile = Built.PaperScenario }).Report!.Designs.ToDictionary(static design => design.Name));

    [Theory]
    [InlineData("all-dram", 749, 0.03)]
    [InlineData("all-sram", 485, 0.02)]
    [InlineData("all-rram", 47, 0.02)]
    [InlineData("memti", 429, 0.05)]
    [InlineData("rram-adapters", 396, 0.11)] // the same read rate as MEMTI, and nothing to reload: the rules give 10 % more
    public void The_peak_frame_rate_is_the_published_one(string design, double published, double tolerance) =>
        Figures(design).MaxFps!.Value.ShouldBe(published, published * tolerance);

    [Theory]
    [InlineData("all-dram", 493)]
    [InlineData("all-sram", 634)]
    [InlineData("all-rram", 298)]
    [InlineData("memti", 344)]
    [InlineData("rram-adapters", 301)]
    public void The_power_is_within_ten_percent_of_the_published_one(string design, double published) =>
        Figures(design).PowerMw!.Value.ShouldBe(published, published * 0.1);

    [Theory]
    [InlineData("all-sram", 6.55)]
    [InlineData("all-rram", 0.347)]
    [InlineData("memti", 1.16)]
    [InlineData("rram-adapters", 1.0)]
    public void The_weight_memory_area_is_within_ten_percent_of_the_published_one(string design, double published) =>
        Figures(design).WeightMemoryAreaMm2.ShouldNotBeNull().ShouldBe(published, published * 0.1);

    [Theory]
    [InlineData("all-dram", 1)]
    [InlineData("all-sram", 0.64)]
    [InlineData("all-rram", 1.62)]
    [InlineData("memti", 10.65)]
    [InlineData("rram-adapters", 13.6)]
    public void The_saved_energy_is_within_fifteen_percent_of_the_published_one(string design, double published) =>
        Figures(design).SavedEnergy.ShouldNotBeNull().ShouldBe(published, published * 0.15);

    [Fact]
    public void The_designs_rank_as_published_in_saved_energy() =>
        Designs.Value.Values.OrderBy(static design => design.Figures.SavedEnergy).Select(static design => design.Name)
            .ShouldBe(["all-sram", "all-dram", "all-rram", "memti", "rram-adapters"]);

    [Fact]
    public void Rewriting_a_network_at_every_task_switch_wears_out_RRAM_of_a_million_cycles_in_three_hours() =>
        (Figures("all-rram").LifetimeYears.ShouldNotBeNull() * 8766).ShouldBe(3.1, 0.1); // 1e6 / 90 per second

    [Theory]
    [InlineData("all-dram")]
    [InlineData("all-sram")]
    public void Nothing_wears_or_fades_without_non_volatile_memory(string design) => Figures(design).LifetimeYears.ShouldBeNull();

    [Theory]
    [InlineData("memti")]
    [InlineData("rram-adapters")]
    public void Weights_in_RRAM_that_nothing_rewrites_last_for_its_retention(string design) =>
        (Figures(design).LifetimeYears.ShouldNotBeNull() * 365.25 * 86400).ShouldBe(3.095e6, 1); // RetentionSeconds of the shipped cells

    [Theory]
    [InlineData("all-dram", "max_fps", NumberStatus.Fitted)] // its data rate was chosen to give it
    [InlineData("all-sram", "max_fps", NumberStatus.Fitted)]
    [InlineData("all-rram", "max_fps", NumberStatus.Assumed)] // the junction temperature of the array, whose read verifies
    [InlineData("memti", "energy_per_frame_mj", NumberStatus.Assumed)]
    public void A_result_is_no_better_known_than_the_weakest_number_behind_it(string design, string column, NumberStatus status) =>
        Designs.Value[design].Comparisons.Single(figure => figure.Column.Key == column).Status.ShouldBe(status);

    [Fact]
    public void Every_ledger_closes_to_the_integral_of_power() =>
        Designs.Value.Values.ShouldAllBe(static design => design.LedgerGap <= 1e-9);

    [Fact]
    public void The_postings_of_a_frame_add_up_to_its_energy() =>
        Designs.Value.Values.ShouldAllBe(static design =>
            Math.Abs(design.Energy.Sum(static post => post.MillijoulesPerFrame) / design.Figures.EnergyPerFrameMj - 1) < 1e-12);

    private static DesignFigures Figures(string design) => Designs.Value[design].Figures;
}
