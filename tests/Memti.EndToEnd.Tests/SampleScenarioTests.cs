using Memti.Abstractions;
using Memti.Hosting;

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
        outcome.Findings.Where(static finding => finding.Code != DiagnosticCode.RetentionExceeded).ShouldBeEmpty();
        outcome.Report!.Designs.ShouldAllBe(static design => design.LedgerGap <= 1e-9 && design.Figures.EnergyPerFrameMj > 0);
    }

    [Fact]
    public void The_field_update_wears_the_adapters_by_one_write_per_arrival()
    {
        DesignReport design = Pipeline.Run(Path.Combine(Path.GetDirectoryName(Built.PaperScenario)!, "field-update.memti.yaml")).Report!.Designs
            .Single(static design => design.Name == "slc-adapters");
        RegionLifetime adapters = design.Lifetimes.Single(static region => region.Memory == "adapters");
        adapters.WritesPerCell.ShouldBe(4);
        (adapters.WritesOnce, adapters.WritesPerDay).ShouldBe((4, 0));
    }
}
