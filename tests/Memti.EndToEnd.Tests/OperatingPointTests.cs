using System.Globalization;
using System.Text.Json;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>Each design carries its rate, duration and power; published figures stand at their operating point alone.</summary>
public sealed class OperatingPointTests
{
    private static readonly string[] Rates =
    [
        "--set", "designs.all-dram.workload={ fps: 1, duration_s: 600 }",
        "--set", "designs.memti.workload={ fps: 300, frames: 5000 }",
    ];

    [Theory]
    [InlineData("workload.fps=30")]
    [InlineData("workload.fps=60")] // all-rram misses frames
    [InlineData("workload.fps=450")]
    public void Average_power_times_duration_and_energy_per_frame_times_frames_are_the_energy(string rate)
    {
        foreach (DesignReport design in Pipeline.Paper(rate, "workload.duration_s=20").Values)
        {
            OperatingPoint point = design.OperatingPoint;
            (point.AveragePowerMw * point.DurationS).ShouldBe(point.EnergyMj, point.EnergyMj * 1e-12);
            (design.Figures.EnergyPerFrameMj * point.FramesWorkedOn).ShouldBe(point.EnergyMj, point.EnergyMj * 1e-12);
            (design.Energy.Sum(static post => post.MillijoulesPerFrame) * point.FramesWorkedOn)
                .ShouldBe(point.EnergyMj, point.EnergyMj * 1e-9);
            point.FramesWorkedOn.ShouldBe(design.Frames.Total - design.Frames.Skipped);
        }
    }

    [Fact]
    public void Designs_with_rates_of_their_own_say_so()
    {
        Memti run = Memti.Run(["run", Built.PaperScenario, "--no-sensitivity", "-f", "json", .. Rates]);
        JsonElement report = JsonDocument.Parse(run.Output).RootElement;
        report.GetProperty("fps").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("duration_s").ValueKind.ShouldBe(JsonValueKind.Null);
        Point(report, 0).ShouldBe((1, 600));
        Point(report, 1).ShouldBe((30, 3600));
        Point(report, 3).Fps.ShouldBe(300);
        Point(report, 3).DurationS.ShouldBe(5000.0 / 300, 1e-9);
    }

    [Fact]
    public void The_head_of_the_table_names_a_rate_only_where_all_designs_have_it()
    {
        Memti.Run("run", Built.PaperScenario, "--no-sensitivity").Output
            .ShouldStartWith("memti-paper: 5 designs, 30 frames/s for 3600 s\n");
        Memti.Run(["run", Built.PaperScenario, "--no-sensitivity", .. Rates]).Output
            .ShouldStartWith("memti-paper: 5 designs, each with a workload of its own\n");
    }

    [Fact]
    public void Published_energies_stand_at_their_own_rate_and_peak_figures_at_any()
    {
        foreach (DesignReport design in Pipeline.Paper("workload.fps=15").Values)
            foreach (Comparison figure in design.Comparisons.Where(IsEnergy))
                (figure.Reference, figure.ReferenceStatus, figure.Ratio, figure.HoldsAtFps).ShouldBe((null, null, null, 30));
        DesignReport memti = Pipeline.Paper("workload.fps=15")["memti"];
        Reference(memti, "max_fps").ShouldBe(429);
        Reference(memti, "power_mw").ShouldBe(344);
        Reference(memti, "weight_memory_area_mm2").ShouldBe(1.16);
        Reference(Pipeline.Paper()["memti"], "saved_energy").ShouldBe(10.65);
    }

    [Fact]
    public void The_table_says_why_a_published_figure_is_not_there() =>
        Memti.Run("run", Built.PaperScenario, "--no-sensitivity", "--set", "designs.memti.workload.fps=15").Output
            .ShouldContain("not shown: what is published at 30 frames/s, for designs at another rate: memti\n");

    [Fact]
    public void Energies_under_other_readings_are_in_the_CSV_and_in_the_table()
    {
        string[] rates =
            ["--set", "variants={ slow: { workload: { fps: 1, frames: 100 } }, fast: { workload: { fps: 100, frames: 100 } } }"];
        string csv = Memti.Run(["run", Built.PaperScenario, "--no-sensitivity", "-f", "csv", .. rates]).Output;
        string[][] lines = [.. csv.TrimEnd().Split("\r\n").Select(static line => line.Split(','))];
        lines[0][^1].ShouldBe("reading");
        Value(lines, "memti", "fps", "slow").ShouldBe(1);
        Value(lines, "memti", "energy_per_frame_mj", "slow").ShouldBeGreaterThan(Value(lines, "memti", "energy_per_frame_mj", ""));
        Value(lines, "memti", "energy_per_frame_mj", "fast").ShouldBeLessThan(Value(lines, "memti", "energy_per_frame_mj", ""));
        string table = Memti.Run(["run", Built.PaperScenario, "--no-sensitivity", .. rates]).Output;
        table.ShouldContain("Other readings of the rules: energy per frame, mJ");
        table.ShouldContain("slow (1 frames/s)");
    }

    private static bool IsEnergy(Comparison figure) => figure.Column.Key is "energy_per_frame_mj" or "saved_energy";

    private static (double Fps, double DurationS) Point(JsonElement report, int design)
    {
        JsonElement node = report.GetProperty("designs")[design];
        return (node.GetProperty("fps").GetDouble(), node.GetProperty("duration_s").GetDouble());
    }

    private static double? Reference(DesignReport design, string column) =>
        design.Comparisons.Single(figure => figure.Column.Key == column).Reference;

    private static double Value(string[][] lines, string design, string figure, string reading) =>
        double.Parse(lines.Single(line => line[1] == design && line[2] == figure && line[^1] == reading)[3], CultureInfo.InvariantCulture);
}
