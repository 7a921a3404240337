using Memti.Runs;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests;

/// <summary>A node without DRAM: parameters wait in serial flash.</summary>
public sealed class FlashScenarioTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-flash-");

    [Theory]
    [InlineData("nor")]
    [InlineData("nand")]
    public void Parameters_in_flash_cost_time_to_load_and_nothing_to_keep(string type)
    {
        DesignReport[] often = Run(type, fps: "1");
        often[0].Memories.Single(static memory => memory.Memory == "backing").Organisation
            .ShouldStartWith($"serial {type.ToUpperInvariant()}, x4");
        Retained(often[0]).ShouldBe(0);
        Retained(often[1]).ShouldBeGreaterThan(0);
        often[0].Frames.BusyMs.ShouldBeGreaterThan(2 * often[1].Frames.BusyMs);
        often[0].Figures.EnergyPerFrameMj.ShouldBeGreaterThan(often[1].Figures.EnergyPerFrameMj); // the chip waits for the bus
        DesignReport[] seldom = Run(type, fps: "0.02");
        seldom[0].Figures.EnergyPerFrameMj.ShouldBeLessThan(seldom[1].Figures.EnergyPerFrameMj); // self-refresh leads
    }

    [Fact]
    public void A_set_that_arrives_in_the_field_wears_the_flash_once() =>
        Run("nor", "1", "workload.deployments=[{ at_s: 100, task: gtsrb }]")[0].Lifetimes
            .Single(static region => region.Memory == "backing")
            .ShouldSatisfyAllConditions(static region => region.Endurance.ShouldBe(1e5), static region => region.WritesPerCell.ShouldBe(1));

    public void Dispose() => _folder.Delete(recursive: true);

    private static double Retained(DesignReport design) =>
        design.Energy.Where(static post => post.Component == "backing" && post.Cause == "retention")
            .Sum(static post => post.MillijoulesPerFrame);

    private DesignReport[] Run(string type, string fps, params string[] overrides)
    {
        string file = Path.Combine(_folder.FullName, "flash.memti.yaml");
        File.WriteAllText(file, $$"""
            memti: 1
            network: { kind: resnet26-adapters, input_px: 32, tasks: [cifar100, gtsrb] }
            accelerator: { kind: nvdla, macs: 256 }
            memories:
              activations: { kind: sram, capacity_kib: 1024, holds: [activations, input] }
              shared: { kind: rram, bits_per_cell: 1, holds: [shared] }
              adapters: { kind: sram, holds: [task_specific] }
              backing: { kind: flash, type: {{type}}, holds: [all_tasks] }
            workload: { fps: {{fps}}, frames: 600 }
            power: { firmware: duty-cycle }
            designs:
              flash: {}
              dram: { memories: { backing: { kind: dram } } }
            """);
        RunOutcome outcome = Pipeline.Run(file, overrides);
        return [.. outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs];
    }
}
