using Memti.Runs;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>What saved energies are set against: the first design as it runs, and under the best firmware that it can have.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-baseline-");

    [Fact]
    public void A_baseline_that_may_sleep_takes_what_the_same_design_takes_when_it_does()
    {
        RunReport report = Run(power: "always-on", designs: """
              dram-duty-cycled: { network: { adapters: none }, power: { firmware: duty-cycle } }
              memti:
                power: { firmware: duty-cycle }
                memories: { shared: { kind: rram, bits_per_cell: 3, holds: [shared] }, adapters: { kind: sram, holds: [task_specific] } }
            """);
        DesignReport[] designs = [.. report.Designs];
        report.Baseline.ShouldSatisfyAllConditions(
            () => report.Baseline.Firmware.ShouldBe("always-on"),
            () => report.Baseline.EnergyPerFrameMj.ShouldBe(designs[0].Figures.EnergyPerFrameMj),
            () => report.BestBaseline.Firmware.ShouldBe("duty-cycle"),
            () => report.BestBaseline.EnergyPerFrameMj.ShouldBe(designs[1].Figures.EnergyPerFrameMj, 1e-12),
            () => report.BestBaseline.FramesMissed.ShouldBe(0),
            () => designs[2].Figures.SavedEnergy.ShouldNotBeNull().ShouldBeGreaterThan(10),
            () => designs[2].Figures.SavedEnergyBestBaseline.ShouldNotBeNull()
                .ShouldBe(designs[1].Figures.EnergyPerFrameMj / designs[2].Figures.EnergyPerFrameMj, 1e-12),
            () => designs[2].Figures.SavedEnergyBestBaseline.ShouldNotBeNull().ShouldBeLessThan(1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(300)]
    [InlineData(725)]
    [InlineData(900)] // more than the design can do: frames are missed
    public void The_best_firmware_takes_no_more_and_misses_no_more_than_that_of_the_scenario(int fps)
    {
        foreach (string firmware in (string[])["always-on", "duty-cycle"])
        {
            RunReport report = Run(firmware, fps: fps);
            report.BestBaseline.EnergyPerFrameMj.ShouldBeLessThanOrEqualTo(report.Baseline.EnergyPerFrameMj * (1 + 1e-12));
            report.BestBaseline.FramesMissed.ShouldBeLessThanOrEqualTo(report.Baseline.FramesMissed);
            report.TriedBaselines.Count.ShouldBeGreaterThanOrEqualTo(3);
        }
    }

    [Fact]
    public void Every_switch_of_the_firmware_of_the_host_is_tried_both_ways() =>
        Run("always-on").TriedBaselines.Where(static tried => tried.Firmware == "duty-cycle")
            .Select(static tried => tried.Options.GetValueOrDefault("retain", "false")).Distinct().Order()
            .ShouldBe(["false", "true"]);

    [Fact]
    public void Firmware_of_others_is_tried_where_a_design_of_the_scenario_has_it_and_else_left_alone()
    {
        string[] plugin = ["-p", Built.Sample("hello-firmware")];
        string with = Write("with.memti.yaml", "always-on", 30, "  others: { power: { firmware: hello-firmware, every: 1 } }");
        Memti.Run(["run", with, "--no-sensitivity", "-f", "json", .. plugin]).Output
            .ShouldContain("\"firmware\": \"hello-firmware\",\n      \"options\": {\n        \"every\": \"1\"");
        string without = Write("without.memti.yaml", "always-on", 30, "");
        Memti.Run(["run", without, "--no-sensitivity", "-f", "json", .. plugin]).Output
            .ShouldNotContain("hello-firmware\",\n      \"options\"");
    }

    [Fact]
    public void A_design_at_another_rate_saves_nothing_that_could_be_compared()
    {
        DesignReport other = Run("duty-cycle", designs: "  faster: { workload: { fps: 60 } }").Designs[1];
        (other.Figures.SavedEnergy, other.Figures.SavedEnergyBestBaseline).ShouldBe((null, null));
    }

    [Fact]
    public void With_30_mW_of_background_and_4_pJ_a_bit_MEMTI_is_a_little_better_than_DRAM_that_sleeps()
    {
        DesignReport memti = Pipeline.Paper("memories.backing.background_mw=30", "memories.backing.energy_per_bit_pj=4")["memti"];
        memti.Figures.SavedEnergyBestBaseline.ShouldNotBeNull().ShouldBe(1.08, 0.03);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private RunReport Run(string power, int fps = 30, string designs = "")
    {
        RunOutcome outcome = Pipeline.Run(Write("scenario.memti.yaml", power, fps, designs));
        return outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings));
    }

    private string Write(string name, string power, int fps, string designs)
    {
        string folder = Path.GetDirectoryName(Built.PaperScenario)!;
        string calibration = Path.Combine(folder, "memti-paper.calibration.yaml");
        File.Copy(calibration, Path.Combine(_folder.FullName, Path.GetFileName(calibration)), overwrite: true);
        string file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, $$"""
            memti: 1
            network: { kind: resnet26-adapters, input_px: 64, tasks: [cifar100, gtsrb, ucf101] }
            accelerator: { kind: nvdla, macs: 1024 }
            calibration: memti-paper.calibration.yaml
            memories:
              activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
              backing: { kind: dram, holds: [all_tasks, input] }
            workload: { fps: {{fps}}, frames: 1200 }
            power: { firmware: {{power}} }
            designs:
              all-dram: { network: { adapters: none } }

            """ + designs);
        return file;
    }
}
