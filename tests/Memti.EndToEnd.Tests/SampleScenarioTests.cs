using Memti.Runs;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

public sealed class SampleScenarioTests
{
    public static TheoryData<string> Samples => [.. Directory
        .EnumerateFiles(Path.GetDirectoryName(Built.PaperScenario)!, "*.memti.yaml")
        .Select(static file => Path.GetFileName(file)!)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_runs_and_its_ledger_closes(string sample)
    {
        RunOutcome outcome = Pipeline.Run(Path.Combine(Path.GetDirectoryName(Built.PaperScenario)!, sample));
        outcome.Findings.ShouldBeEmpty();
        outcome.Report!.Designs.ShouldAllBe(static design => design.LedgerGap <= 1e-9 && design.Figures.EnergyPerFrameMj > 0);
    }

    [Fact]
    public void The_field_update_wears_the_adapters_by_one_write_per_arrival_and_scrub()
    {
        DesignReport design =
            Pipeline.Run(Path.Combine(Path.GetDirectoryName(Built.PaperScenario)!, "field-update.memti.yaml")).Report!.Designs
            .Single(static design => design.Name == "slc-adapters");
        RegionLifetime adapters = design.Lifetimes.Single(static region => region.Memory == "adapters");
        adapters.WritesPerCell.ShouldBe(4 + 52); // arrivals and weekly scrubs
        (adapters.WritesOnce, adapters.Bound).ShouldBe((4, "endurance"));
        adapters.WritesPerDay.ShouldBe(1 / 7.0, 1e-12);
        adapters.Years!.Value.ShouldBe((1e6 - 4) * 7 / 365.25, 1e-6);
        design.Energy.Where(static post => post.Cause == "scrub").Select(static post => post.Component).ShouldBe(["shared", "adapters"]);
    }
}
