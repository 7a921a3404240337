using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
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

    /// <summary>One small task of a few pictures, in weights of a known deviation.</summary>
    private static readonly string Small = $$"""
        memti_experiment: 1
        model: { kind: resnet26-adapters, width: 0.25, input_px: 32, scale: per_tensor }
        backbone: { file: {{Path.Combine(Built.Root, "samples", "backbones", "world-w0.25.safetensors")}} }
        tasks: [{ name: signs, data: "generated:signs?classes=4&train=240&test=120" }]
        adapters: { epochs: 4, batch: 32, learning_rate: 0.05 }
        retraining: { epochs: 3, batch: 32, learning_rate: 0.02 }
        maps_before: 2
        maps_after: 1
        storage:
          - { name: noisy, shared: { kind: pcm-crossbar, weight_bits: 8, sigma: 0.06, devices: 1, statistics: stated } }
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
    public void An_experiment_retrains_adapters_against_the_noise_of_crossbars()
    {
        Memti run = Experiment(Small);

        run.ExitCode.ShouldBe(0, run.Errors);
        string[][] rows = [.. File.ReadLines(Path.Combine(_folder.FullName, "noise.results", "results.csv"))
            .Select(static line => line.Split(','))];
        double Of(string column) => double.Parse(rows[1][Array.IndexOf(rows[0], column)], CultureInfo.InvariantCulture);
        Of("before_mean").ShouldBeLessThan(Of("baseline_accuracy") - 0.05);
        Of("after_mean").ShouldBeGreaterThan(Of("before_mean") + 0.05);
    }

    [Theory]
    [InlineData(", devices: 1", "", "MEMTI2004", "'devices' is 2")]
    [InlineData("sigma: 0.06", "sigma: 2", "MEMTI2004", "0 to 1")]
    [InlineData("name: noisy,", "name: noisy, weight_bits: 12,", "MEMTI6905", "2 to 8")]
    public void Noise_that_cannot_be_is_refused_with_its_code(string sound, string bad, string code, string text)
    {
        Memti run = Experiment(Small.Replace(sound, bad, StringComparison.Ordinal));

        (run.ExitCode, run.Output).ShouldBe((1, ""), run.Errors);
        run.Errors.ShouldContain($"error {code}: ");
        run.Errors.ShouldContain(text);
    }

    [Fact]
    public void Weight_images_lie_in_whole_arrays_and_run()
    {
        using WeightsBench bench = Node("first_layer: crossbar");
        bench.Done("build");

        string[] organisations = [.. ((string[][])[[], ["--weights", bench.Manifest]]).Select(weights =>
        {
            Memti run = Memti.Run(["run", bench.At("node.memti.yaml"), "--format", "json", "--no-sensitivity", .. weights]);
            run.ExitCode.ShouldBe(0, run.Errors);
            return Regex.Match(run.Output, @"\d+ crossbars of 256 x 256").Value;
        })];
        organisations[0].ShouldNotBeEmpty();
        organisations[1].ShouldBe(organisations[0]);
    }

    [Fact]
    public void Images_that_the_cluster_would_read_elsewhere_are_refused_before_training()
    {
        using WeightsBench bench = Node("first_layer: cores");

        Memti run = bench.Weights("build");

        (run.ExitCode, run.Output).ShouldBe((1, ""));
        run.Errors.ShouldContain("node.memti.yaml(3,");
        run.Errors.ShouldContain("error MEMTI7105: ");
        run.Errors.ShouldContain("in another memory");
        run.Errors.ShouldNotContain("trained");
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
    [InlineData("kind: pcm-crossbar", "kind: pcm-crossbar, statistics: nandakumar", "MEMTI2004", "'devices' is 2")]
    [InlineData("kind: pcm-crossbar", "kind: pcm-crossbar, sigma: 0.05", "MEMTI2004", "'sigma' is 0.05")]
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

    private static WeightsBench Node(string option)
    {
        var bench = new WeightsBench();
        File.WriteAllText(
            bench.At("node.memti.yaml"),
            NodeScenario.Text("0", ["signs", "textures"])
                .Replace("kind: nvdla", $"kind: imc-cluster, {option}", StringComparison.Ordinal)
                .Replace(
                    "kind: rram, bits_per_cell: 3, value_cells: 3+3+2, sense_offset: 0,", "kind: pcm-crossbar,", StringComparison.Ordinal));
        return bench;
    }

    private Memti Experiment(string text)
    {
        string file = Path.Combine(_folder.FullName, "noise.yaml");
        File.WriteAllText(file, text);
        return Memti.Run("experiment", file, "--threads", "2");
    }

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
