using System.Text;

namespace Memti.EndToEnd.Tests;

/// <summary>Bad input by hand: each gives a coded finding with its place, exit code 1 and no result.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Sound = """
        memti: 1
        network: { kind: resnet26-adapters, tasks: [cifar100, gtsrb] }
        accelerator: { kind: nvdla }
        memories:
          activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
          backing: { kind: dram, holds: [all_tasks, input] }
          shared: { kind: rram, bits_per_cell: 3, holds: [shared] }
          task: { kind: sram, holds: [task_specific] }
        workload: { fps: 30, duration_s: 10 }
        power: { firmware: duty-cycle }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti bad input ü ");

    [Fact]
    public void The_sound_scenario_runs() => RunText(Sound).ExitCode.ShouldBe(0);

    [Theory]
    [InlineData("kind: nvdla", "kind: nvdal", "MEMTI2007", "(3,22)", "nvdla")]
    [InlineData("capacity_kib: 2048", "capacity_kib: -1", "MEMTI2004", "(5,44)", "permitted")]
    [InlineData("bits_per_cell: 3", "bits_per_cell: 6", "MEMTI2004", "(7,40)", "1 to 4")]
    [InlineData("bits_per_cell: 3", "bits_per_cel: 3", "MEMTI2003", "(7,25)", "bits_per_cell")]
    [InlineData("bits_per_cell: 3", "bits_per_cell: three", "MEMTI2005", "(7,40)", "whole number")]
    [InlineData("holds: [shared]", "holds: [shared, all_tasks]", "MEMTI2011", "", "all_tasks")]
    [InlineData("[cifar100, gtsrb]", "[cifar100, cats]", "MEMTI2010", "(2,10)", "classes")]
    [InlineData("fps: 30,", "fps: 30, sequence: [gtsr],", "MEMTI2010", "(9,", "gtsrb")]
    [InlineData("memti: 1", "memti: 2", "MEMTI2009", "(1,8)", "1")]
    [InlineData("fps: 30,", "fps: [30,", "MEMTI2002", "(", "")]
    [InlineData("capacity_kib: 2048", "capacity_kib: 8", "MEMTI5001", "(5,16)", "KiB too many")]
    [InlineData("bits_per_cell: 3,", "bits_per_cell: 3, capacity_kib: 4096,", "MEMTI5001", "(7,11)", "2283.699 KiB too many")]
    [InlineData("kind: nvdla", "kind: nvdla, buffer_kib: 32, macs: 33", "MEMTI2004", "(3,14)", "32, 64, 128")]
    [InlineData("kind: sram, holds: [task", "kind: sram, cell: flux, holds: [task", "MEMTI5004", "(8,9)", "sram-146f2")]
    public void A_fault_in_a_scenario_is_named_with_its_place_and_what_would_be_right(
        string sound, string fault, string code, string place, string permitted)
    {
        Sound.ShouldContain(sound);
        Memti run = RunText(Sound.Replace(sound, fault, StringComparison.Ordinal));
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain($"error {code}: ");
        run.Errors.ShouldContain(place);
        run.Errors.ShouldContain(permitted);
    }

    [Fact]
    public void All_findings_are_reported_in_file_order_not_just_the_first()
    {
        Memti run =
            RunText(
                Sound.Replace("kind: nvdla", "kind: nvdal", StringComparison.Ordinal).Replace(
                    "fps: 30", "fps: -3", StringComparison.Ordinal));
        run.Errors
            .IndexOf("MEMTI2007", StringComparison.Ordinal)
            .ShouldBeInRange(0, run.Errors.IndexOf("MEMTI2004", StringComparison.Ordinal));
    }

    [Fact]
    public void Variants_are_not_blamed_again_for_what_their_design_is_refused_for()
    {
        Memti run = Memti.Run("run", Built.PaperScenario, "--set", "memories.activations.capacity_kib=8");
        run.ExitCode.ShouldBe(1);
        run.Errors.TrimEnd().Split('\n').Length.ShouldBe(5); // once for each design
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        Memti run = RunText("");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI2001");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
    {
        Memti run = Memti.Run("run", "no-such.memti.yaml");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("no-such.memti.yaml: error MEMTI1002");
    }

    [Fact]
    public void A_malformed_override_is_refused()
    {
        Memti run = Memti.Run("run", Built.PaperScenario, "--set", "workload.fps");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI1004");
    }

    [Fact]
    public void An_unknown_design_is_refused_with_the_known_ones()
    {
        Memti run = Memti.Run("run", Built.PaperScenario, "--design", "memtie");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI2010");
        run.Errors.ShouldContain("rram-adapters");
    }

    [Fact]
    public void A_truncated_plugin_is_named_and_the_others_still_list()
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "cut")).FullName;
        byte[] whole = File.ReadAllBytes(Path.Combine(Built.Plugins, "rram", "Memti.Plugins.Rram.dll"));
        File.WriteAllBytes(Path.Combine(folder, "Cut.dll"), whole[..(whole.Length / 3)]);
        Memti run = Memti.Run("plugins", "list", "--plugin-path", folder);
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("Cut.dll: error MEMTI3001");
        run.Output.ShouldContain("memti.rram");
    }

    [Fact]
    public void A_run_goes_on_beside_a_plugin_for_another_contract_and_exits_with_1()
    {
        Memti run = Memti.Run(
            "run", Built.PaperScenario, "--no-sensitivity", "--design", "memti", "--plugin-path", TestPlugins.Folder("OtherContract"));
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("error MEMTI3003: ");
        run.Output.ShouldContain("all-dram");
    }

    [Fact]
    public void A_plugin_path_that_is_not_there_is_refused()
    {
        Memti run = Memti.Run("plugins", "list", "--plugin-path", "nowhere");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI3010");
    }

    [Fact]
    public void A_kind_whose_plugin_is_missing_is_refused_with_the_kinds_that_are_there()
    {
        Memti run = RunText(Sound.Replace("kind: rram, bits_per_cell: 3", "kind: hello-memory", StringComparison.Ordinal));
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI2007");
        run.Errors.ShouldContain("dram");
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_refused()
    {
        Memti run = Memti.Run(
            "run", Built.PaperScenario, "--no-sensitivity", "--output", Path.Combine(_folder.FullName, "no", "such", "folder.json"));
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI1003");
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "x.memti.yaml", "--format", "xml")]
    [InlineData("run", "x.memti.yaml", "--threads", "0")]
    [InlineData("run", "x.memti.yaml", "--threads", "abc")]
    [InlineData("run", "x.memti.yaml", "--seed", "-1")]
    [InlineData("run", "x.memti.yaml", "--seed", "abc")]
    [InlineData("plugins", "check", "--timeout-s", "abc")]
    [InlineData("data", "sheet", "generated:signs", "-o", "x.png", "--columns", "65")]
    [InlineData("data", "sheet", "generated:signs", "-o", "x.png", "--zoom", "abc")]
    [InlineData("rnu")]
    [InlineData("plugins", "list", "--plugin-time-limit", "0")]
    public void Wrong_usage_exits_with_2_and_prints_no_result(params string[] arguments)
    {
        Memti run = Memti.Run(arguments);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldContain("memti: error MEMTI1001: ");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Memti RunText(string text)
    {
        string file = Path.Combine(_folder.FullName, "bad.memti.yaml");
        File.WriteAllText(file, text, new UTF8Encoding(false));
        return Memti.Run("run", file, "--no-sensitivity");
    }
}
