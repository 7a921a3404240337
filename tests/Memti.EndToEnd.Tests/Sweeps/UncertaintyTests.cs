using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Reports;
using Memti.Runs.Sweeps.Documents;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Sweeps.Results;
using Memti.Runs.Sweeps.Running;

namespace Memti.EndToEnd.Tests.Sweeps;

/// <summary>Sweeps in which uncertain numbers are drawn from their stated ranges.</summary>
public sealed class UncertaintyTests : IDisposable
{
    private const string Study = """
        set: { workload.duration_s: 10 }
        designs: [memti]
        axes: { workload.fps: [10, 30] }
        metrics: [energy_per_frame_mj, max_fps, weight_memory_area_mm2]
        uncertainty: { samples: 12, seed: 3 }

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Values_are_those_without_uncertainty_and_have_an_interval_where_a_number_moves_them()
    {
        SweepTable table = Run(Study).Table;
        SweepTable plain = Run(Study.Replace("uncertainty: { samples: 12, seed: 3 }", "", StringComparison.Ordinal), "plain").Table;
        (table.HasIntervals, plain.HasIntervals).ShouldBe((true, false));
        for (int point = 0; point < 2; point++)
            for (int design = 0; design < 2; design++)
            {
                SweepRow row = new(point, design);
                table.Value(row, 0).ShouldBe(plain.Value(row, 0));
                (table.High(row, 0) - table.Low(row, 0)).ShouldBeGreaterThan(0);
            }

        // No drawn number moves the area of the weight memory.
        SweepRow memti = new(0, 1);
        (table.Low(memti, 2), table.High(memti, 2)).ShouldBe((table.Value(memti, 2), table.Value(memti, 2)));
    }

    [Fact]
    public void Intervals_are_the_same_bytes_for_any_number_of_threads_and_from_the_store()
    {
        string one = Csv(Run(Study, "one", threads: 1));
        Csv(Run(Study, "three", threads: 3)).ShouldBe(one);
        Csv(Run(Study, "one")).ShouldBe(one);
    }

    [Fact]
    public void An_end_of_a_bar_is_a_run_with_the_number_at_that_end_of_its_range()
    {
        SweepResult result = Run(Study);
        TornadoBar off = result.Tornado.Single(static bar => bar is { Number: "nvdla.off_uw", Metric: 0, Design: 1 });
        (off.Low, off.High).ShouldBe(("167", "1500"));
        DesignReport low = Pipeline.Paper("workload.duration_s=10", "accelerator.off_uw=167")["memti"];
        DesignReport high = Pipeline.Paper("workload.duration_s=10", "accelerator.off_uw=1500")["memti"];
        (off.AtLow, off.AtHigh).ShouldBe((low.Figures.EnergyPerFrameMj, high.Figures.EnergyPerFrameMj));
    }

    [Fact]
    public void A_number_without_a_stated_range_is_listed_and_not_drawn()
    {
        SweepResult result = Run(Study);
        result.Unsampled.Select(static one => one.Number).ShouldContain("dram.efficiency");
        result.Unsampled.Select(static one => one.Number).ShouldNotContain("dram.background_mw");
        result.Tornado.Select(static bar => bar.Number).ShouldNotContain("dram.efficiency");
    }

    private static string Csv(SweepResult result)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        SweepCsv.Write(text, result.Table);
        return text.ToString();
    }

    private SweepResult Run(string study, string folder = "out", int threads = 2)
    {
        string file = _folder.Write("a.study.yaml", $"memti_study: 1\nbase: {Built.PaperScenario}\n{study}");
        SweepStudy read = SweepReader.ReadFile(file, out IReadOnlyList<Diagnostic> findings).ShouldNotBeNull(string.Join('\n', findings));
        SweepOutcome outcome = new SweepRun(Pipeline.Plugins).Run(
            new SweepRequest { Study = read, Folder = _folder.Path(folder), Threads = threads });
        return outcome.Result.ShouldNotBeNull(string.Join('\n', outcome.Findings));
    }
}
