using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests.PowerCuts;

/// <summary>Inferences over brown-outs as managed firmware: begun again, and resumed from a checkpoint in non-volatile memory.</summary>
public sealed class ManagedCheckpointTests
{
    private static readonly string Scenario = Path.Combine(Built.Root, "samples", "persistent-firmware", "checkpoint.memti.yaml");

    [Fact]
    public void Checkpoints_pay_where_the_storage_holds_less_than_an_inference_and_nowhere_else()
    {
        JsonNode small = Run("30");
        Inferences(small, "restart").ShouldBe(0);
        Inferences(small, "resume").ShouldBeGreaterThan(0);

        JsonNode large = Run("60");
        Inferences(large, "restart").ShouldBeGreaterThan(0);
        EnergyPerResult(large, "restart").ShouldBeLessThan(EnergyPerResult(large, "resume"));
        EnergyPerResult(large, "resume").ShouldBeLessThan(EnergyPerResult(large, "resume-every-layer"));
    }

    [Fact]
    public void Checkpoints_that_brown_outs_have_torn_are_read_back_and_passed_over()
    {
        // Firmware that put torn features back would end its run with a finding.
        JsonNode run = Run("30");
        ((long)Supply(run, "resume-every-layer")["torn_writes"]!).ShouldBeGreaterThan(0);
        ((long)Supply(run, "resume-every-layer")["cold_starts"]!).ShouldBeGreaterThan(10);
    }

    private static JsonNode Run(string microfarads)
    {
        Memti run = Memti.Run(
            "run", Scenario, "--no-sensitivity", "--format", "json", "--set", $"supply.storage.capacitance_uf={microfarads}",
            "-p", Built.Sample("persistent-firmware"));
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonNode.Parse(run.Output)!;
    }

    private static JsonNode Supply(JsonNode report, string design) =>
        report["designs"]!.AsArray().Single(one => (string?)one!["name"] == design)!["supply"]!;

    private static long Inferences(JsonNode report, string design) => (long)Supply(report, design)["inferences"]!;

    private static double EnergyPerResult(JsonNode report, string design) =>
        (double)Supply(report, design)["delivered_j"]! / Inferences(report, design);
}
