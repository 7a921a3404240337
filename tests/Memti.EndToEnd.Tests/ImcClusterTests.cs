using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Runs;
using Memti.Runs.Planning;
using Memti.Runs.Reports;
using Memti.Training.Experiments;

namespace Memti.EndToEnd.Tests;

/// <summary>Crossbars as a user meets them: studies, scenarios, firmware and findings.</summary>
public sealed class ImcClusterTests : IDisposable
{
    private const string Sound = """
        memti: 1
        network: { kind: resnet26-adapters, width: 0.25, input_px: 32, tasks: [cifar100, gtsrb, ucf101] }
        accelerator: { kind: imc-cluster }
        memories:
          backing: { kind: dram, holds: [all_tasks, input] }
          shared: { kind: pcm-crossbar, holds: [shared] }
          task: { kind: sram, holds: [task_specific] }
          activations: { kind: sram, capacity_kib: 512, holds: [activations] }
        workload: { fps: 30, sequence: [cifar100, gtsrb, ucf101], duration_s: 60 }
        power: { firmware: duty-cycle }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-imc-");

    public static TheoryData<string> Samples => [.. Directory
        .EnumerateFiles(Path.Combine(Built.Root, "samples", "imc"), "*.memti.yaml")
        .Select(static file => Path.GetFileName(file)!)
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_runs_and_its_ledger_closes(string sample)
    {
        RunOutcome outcome = Pipeline.Run(Path.Combine(Built.Root, "samples", "imc", sample));
        outcome.Findings.ShouldAllBe(static finding => finding.Severity == Severity.Warning && finding.Code == "MEMTI4007");
        outcome.Report!.Designs.ShouldAllBe(static design => design.LedgerGap <= 1e-9 && design.Figures.EnergyPerFrameMj > 0);
    }

    [Fact]
    public void The_experiment_has_no_findings()
    {
        ExperimentReader.ReadFile(
            Path.Combine(Built.Root, "samples", "imc", "noise.yaml"),
            new CatalogKinds(Pipeline.Plugins),
            out IReadOnlyList<Diagnostic> findings).ShouldNotBeNull();
        findings.ShouldBeEmpty();
    }

    [Fact]
    public void Weights_in_crossbars_survive_power_downs()
    {
        DesignReport design = Run(Sound);

        design.Energy.ShouldNotContain(static post => post.Component == "shared" && (post.Cause == "read" || post.Cause == "reload"));
        design.Energy.Sum(static post => post.MillijoulesPerFrame).ShouldBe(design.Figures.EnergyPerFrameMj, 1e-6);
    }

    [Fact]
    public void Firmware_that_writes_registers_takes_the_energy_of_the_plans()
    {
        double planned = Compute(Run(Sound)), driven = Compute(Run(Sound.Replace("duty-cycle", "registers", StringComparison.Ordinal)));

        driven.ShouldBe(planned, planned * 1e-9);
    }

    [Theory]
    [InlineData("kind: imc-cluster", "kind: imc-cluster, arrays: 2", "MEMTI6901", "are missing")]
    [InlineData("kind: imc-cluster", "kind: imc-cluster, rows: 32, row_blocks: refuse", "MEMTI6902", "has 32")]
    [InlineData("kind: imc-cluster", "kind: imc-cluster, layers: nope=cores", "MEMTI6903", "'nope'")]
    [InlineData("kind: imc-cluster", "kind: imc-cluster, row_share: 0.7", "MEMTI2004", "column_share")]
    [InlineData("kind: pcm-crossbar", "kind: pcm-crossbar, arrays: 3", "MEMTI5001", "are missing")]
    public void Bad_input_is_refused_with_its_code(string sound, string bad, string code, string text)
    {
        string file = Path.Combine(_folder.FullName, "bad.memti.yaml");
        File.WriteAllText(file, Sound.Replace(sound, bad, StringComparison.Ordinal));

        Memti run = Memti.Run("run", file);
        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Errors.ShouldContain($"error {code}: ");
        run.Errors.ShouldContain(text);
    }

    [Fact]
    public void The_bottlenecks_of_a_network_are_one_table()
    {
        Memti study = Memti.Run("imc", "bottleneck", "samples/imc/bottlenecks.csv", "--format", "csv");

        (study.ExitCode, study.Errors).ShouldBe((0, ""));
        study.Output.TrimEnd().Split('\n').Length.ShouldBe(1 + (7 * 2));
    }

    [Fact]
    public void A_plan_states_arrays_latency_and_energy_with_their_status()
    {
        using var document = JsonDocument.Parse(Memti.Run("imc", "plan", "mobilenetv2", "--format", "json").Output);
        Dictionary<string, (JsonElement Value, string Status)> totals = document.RootElement.GetProperty("tables")[1].GetProperty("rows")
            .EnumerateArray().ToDictionary(
                static row => row.GetProperty("figure").GetString()!,
                static row => (row.GetProperty("value"), row.GetProperty("status").GetString()!));

        (totals["arrays"].Value.GetInt32(), totals["arrays"].Status).ShouldBe((34, "derived"));
        (Math.Round(totals["latency"].Value.GetDouble(), 2), totals["latency"].Status).ShouldBe((11.05, "assumed"));
        totals["energy"].Status.ShouldBe("assumed");
    }

    [Fact]
    public void A_network_without_a_bottleneck_is_refused()
    {
        Memti study = Memti.Run("imc", "bottleneck", "alexnet");

        (study.ExitCode, study.Output).ShouldBe((1, ""));
        study.Errors.ShouldContain("MEMTI6903");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private DesignReport Run(string scenario)
    {
        string file = Path.Combine(_folder.FullName, "sound.memti.yaml");
        File.WriteAllText(file, scenario);
        RunOutcome outcome = Pipeline.Run(file);
        outcome.Findings.ShouldBeEmpty();
        return outcome.Report!.Designs.ShouldHaveSingleItem();
    }

    private static double Compute(DesignReport design) => design.Energy
        .Where(static post => post.Component == "imc-cluster" && post.Cause == "compute").Sum(static post => post.MillijoulesPerFrame);
}
