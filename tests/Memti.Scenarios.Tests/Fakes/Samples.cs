using Memti.Scenarios.Designs;

namespace Memti.Scenarios.Tests.Fakes;

internal static class Samples
{
    public const string File = "samples/paper.memti.yaml";

    public const string Whole = """
        memti: 1
        name: paper
        seed: 7
        network: { kind: resnet26-adapters, input_px: 64, tasks: [cifar100, gtsrb, {name: ucf101, classes: 101}] }
        accelerator: { kind: nvdla, macs: 1024 }
        memories:
          backing: { kind: dram, holds: [all_tasks] }
          shared: { kind: rram, bits_per_cell: 3, holds: [shared] }
          task: { kind: sram, holds: [task_specific] }
          activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
        workload:
          fps: 30
          duration_s: 3600
        """;

    public static ScenarioResult Read(string text, params string[] overrides) =>
        new ScenarioReader(new FakeCatalog()).ReadText(text, File, overrides);

    public static ScenarioSet Valid(string text, params string[] overrides)
    {
        ScenarioResult result = Read(text, overrides);
        result.Findings.ShouldBeEmpty();
        return result.Scenario.ShouldNotBeNull();
    }

    public static DesignScenario OnlyDesign(string text, params string[] overrides) =>
        Valid(text, overrides).Designs.ShouldHaveSingleItem();
}
