using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests.PowerCuts;

/// <summary>Inferences over brown-outs as managed firmware: begun again, and resumed from a checkpoint in non-volatile memory.</summary>
[Trait("Duration", "long")]
public sealed class ManagedCheckpointTests
{
    private static readonly string Scenario = Path.Combine(Built.Root, "samples", "persistent-firmware", "checkpoint.memti.yaml");

    [LongFact]
    public void Checkpoints_pay_where_the_storage_holds_less_than_an_inference_and_nowhere_else()
    {
        JsonNode small = Run("15");
        Inferences(small, "restart").ShouldBe(0);
        Inferences(small, "resume").ShouldBeGreaterThan(0);
        // Brown-outs tear checkpoints. Firmware that put torn features back would end its run with a finding.
        ((long)Supply(small, "resume")["torn_writes"]!).ShouldBeGreaterThan(100);

        JsonNode large = Run("60");
        EnergyPerResult(large, "restart").ShouldBeLessThan(EnergyPerResult(large, "resume"));
        EnergyPerResult(large, "resume").ShouldBeLessThan(EnergyPerResult(small, "resume"));
    }

    private static JsonNode Run(string microfarads)
    {
        Memti run = Memti.RunLong(
            "run", Scenario, "--design", "restart", "--design", "resume", "--no-sensitivity", "--format", "json",
            "--set", $"supply.storage.capacitance_uf={microfarads}", "-p", Built.Sample("persistent-firmware"));
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonNode.Parse(run.Output)!;
    }

    private static JsonNode Supply(JsonNode report, string design) =>
        report["designs"]!.AsArray().Single(one => (string?)one!["name"] == design)!["supply"]!;

    private static long Inferences(JsonNode report, string design) => (long)Supply(report, design)["inferences"]!;

    private static double EnergyPerResult(JsonNode report, string design) =>
        (double)Supply(report, design)["delivered_j"]! / Inferences(report, design);
}
