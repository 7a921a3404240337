using System.Text.Json.Nodes;
using Memti.EndToEnd.Tests.Firmware;

namespace Memti.EndToEnd.Tests.PowerCuts;

/// <summary>Inferences over brown-outs: begun again, and resumed from a checkpoint in non-volatile memory.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-checkpoint-");

    public void Dispose() => _folder.Delete(recursive: true);

    [FirmwareFact]
    public void Checkpoints_pay_where_the_storage_holds_less_than_an_inference_and_nowhere_else()
    {
        string sample = Path.Combine(Built.Root, "samples", "checkpoint");
        string build = Path.Combine(_folder.FullName, "build");
        NodeFirmware.Run("make", "-s", "-C", sample, $"BUILD={build}", $"MEMTI=dotnet {Built.Executable}");
        string scenario = Path.Combine(_folder.FullName, "checkpoint.memti.yaml");
        File.Copy(Path.Combine(sample, "checkpoint.memti.yaml"), scenario);

        Memti small = Run(scenario, "30");
        Results(small, "restart").ShouldBe(0);
        Results(small, "resume").ShouldBeGreaterThan(Results(small, "resume-every-layer"));
        Results(small, "resume-every-layer").ShouldBeGreaterThan(0);

        Memti large = Run(scenario, "60");
        EnergyPerResult(large, "restart").ShouldBeLessThan(EnergyPerResult(large, "resume"));
        EnergyPerResult(large, "resume").ShouldBeLessThan(EnergyPerResult(large, "resume-every-layer"));
        // Less of the energy of a larger storage is spent on the way to an inference.
        EnergyPerResult(large, "resume").ShouldBeLessThan(EnergyPerResult(small, "resume"));
    }

    private static Memti Run(string scenario, string microfarads) => Memti.Run(
        "run", scenario, "--no-sensitivity", "--format", "json", "--set", $"supply.storage.capacitance_uf={microfarads}");

    private static int Results(Memti run, string design) =>
        run.Errors.Split('\n').Count(line => line.TrimEnd() == $"[{design}] result");

    private static double EnergyPerResult(Memti run, string design)
    {
        JsonNode report = JsonNode.Parse(run.Output)!["designs"]!.AsArray().Single(one => (string?)one!["name"] == design)!;
        return (double)report["supply"]!["delivered_j"]! / Results(run, design);
    }
}
