using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Runs;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

/// <summary>Frames without work, and what the report says of frames that are late.</summary>
public sealed class FrameTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-frames-");

    [Fact]
    public void A_frame_in_three_without_work_is_not_woken_for()
    {
        DesignReport design = Design("pattern: [[cifar100], [], [gtsrb]]");

        (design.Frames.Total, design.Frames.Met, design.Frames.Empty, design.Frames.Skipped).ShouldBe((1800, 1200, 600, 0));
        design.Power.PowerDowns.ShouldBe(1200);
        design.OperatingPoint.FramesWorkedOn.ShouldBe(1200);
        design.Frames.DeliveredFps.ShouldBe(20, 1e-9);
        design.Figures.EnergyPerFrameMj.ShouldBe(design.OperatingPoint.EnergyMj / 1200, 1e-12);
    }

    [Fact]
    public void Frames_without_work_cost_what_being_down_costs()
    {
        DesignReport dense = Design("pattern: [[cifar100], [gtsrb]], fps: 20");
        DesignReport sparse = Design("pattern: [[cifar100], [], [gtsrb], []], fps: 40");

        // The same frames with work at the same times: no more than rounding, and the first gap, tells them apart.
        sparse.OperatingPoint.EnergyMj.ShouldBe(dense.OperatingPoint.EnergyMj, dense.OperatingPoint.EnergyMj * 1e-9);
        sparse.Figures.EnergyPerFrameMj.ShouldBe(dense.Figures.EnergyPerFrameMj, dense.Figures.EnergyPerFrameMj * 1e-9);
    }

    [Fact]
    public void The_peak_rate_is_that_of_frames_with_work() =>
        Design("pattern: [[cifar100], [], [gtsrb]]").Figures.MaxFps!.Value.ShouldBe(
            Design("pattern: [[cifar100], [gtsrb]]").Figures.MaxFps!.Value, 1e-9);

    [Fact]
    public void A_set_that_arrives_with_a_frame_without_work_is_deployed()
    {
        DesignReport design =
            Design("pattern: [[cifar100], [], [gtsrb]], deployments: [{ at_s: 0.03, task: ucf101 }, { at_s: 59.95, task: gtsrb }]");

        design.Energy
            .Where(static post => post.Cause == "deploy")
            .Select(static post => post.Task)
            .Distinct()
            .ShouldBe(["gtsrb", "ucf101"], ignoreOrder: true);
    }

    [Fact]
    public void A_pattern_without_work_is_a_finding()
    {
        Diagnostic finding = Pipeline.Run(Write("pattern: [[], []]")).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Line).ShouldBe((DiagnosticCode.ValueOutOfRange, "workload.pattern", 9));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Late_frames_have_a_distribution_whether_stepped_or_jumped(bool jump)
    {
        // Two light frames, then one with fifteen inferences, which ends in the next slot.
        string heavy = string.Join(", ", Enumerable.Repeat("cifar100, gtsrb, ucf101", 5));
        FrameSummary frames = Design($"fps: 250, pattern: [[cifar100], [], [{heavy}]]", jump).Frames;

        frames.Late.ShouldBeGreaterThan(0);
        (frames.Met + frames.Late + frames.Skipped + frames.Empty).ShouldBe(frames.Total);
        frames.MeanLatenessMs.ShouldBeGreaterThan(0);
        frames.Lateness95Ms.ShouldBeGreaterThanOrEqualTo(frames.MeanLatenessMs * 0.999);
        frames.Lateness99Ms.ShouldBeGreaterThanOrEqualTo(frames.Lateness95Ms);
        frames.WorstLatenessMs.ShouldBeGreaterThanOrEqualTo(frames.Lateness99Ms);
        frames.DeliveredFps.ShouldBe((frames.Met + frames.Late) / 60.0, 0.1);
        if (!jump)
            (frames with { Stepped = 0, Jumped = 0, Events = 0 })
                .ShouldBe(Design($"fps: 250, pattern: [[cifar100], [], [{heavy}]]").Frames with { Stepped = 0, Jumped = 0, Events = 0 });
    }

    [Fact]
    public void Frames_are_in_JSON_and_table()
    {
        string file = Write("pattern: [[cifar100], [], [gtsrb]]");
        JsonElement frames = JsonDocument.Parse(Memti.Run("run", file, "--no-sensitivity", "-f", "json").Output).RootElement
            .GetProperty("designs")[0].GetProperty("frames");
        string[] keys = [
            "total", "met", "late", "skipped", "empty", "delivered_fps", "mean_lateness_ms", "lateness_95_ms", "lateness_99_ms",
            "worst_lateness_ms"
        ];
        frames.EnumerateObject().Select(static field => field.Name).Take(keys.Length).ShouldBe(keys);
        frames.GetProperty("empty").GetInt64().ShouldBe(600);
        string table = Memti.Run("run", file, "--no-sensitivity").Output;
        foreach (string row in (string[])["met", "late", "dropped", "without a task", "delivered, frames/s", "lateness of 99 %, ms"])
            table.ShouldContain($"\n  {row} ");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private DesignReport Design(string workload, bool jump = true)
    {
        RunOutcome outcome = Pipeline.Run(new RunRequest { ScenarioFile = Write(workload), Sensitivity = false, Jump = jump });
        return outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs.ShouldHaveSingleItem();
    }

    private string Write(string workload)
    {
        string file = Path.Combine(_folder.FullName, "frames.memti.yaml");
        File.WriteAllText(file, $$"""
            memti: 1
            network: { kind: resnet26-adapters, input_px: 64, tasks: [cifar100, gtsrb, ucf101] }
            accelerator: { kind: nvdla, macs: 1024 }
            memories:
              activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
              backing: { kind: dram, holds: [all_tasks, input] }
              shared: { kind: rram, bits_per_cell: 3, holds: [shared] }
              adapters: { kind: sram, holds: [task_specific] }
            workload: { duration_s: 60, {{workload}} }
            power: { firmware: duty-cycle }
            """);
        return file;
    }
}
