using System.Diagnostics;
using System.Text.Json;

namespace Memti.EndToEnd.Tests;

public sealed class CommandTests : IDisposable
{
    private static readonly string[] Columns =
        ["max_fps", "power_mw", "weight_memory_area_mm2", "energy_per_frame_mj", "saved_energy", "saved_energy_best_baseline",
            "frames_missed", "lifetime_years"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-commands-");

    [Fact]
    public void Run_prints_JSON_with_the_five_designs_and_every_column_beside_its_reference_and_status()
    {
        Memti run = Memti.Run("run", Built.PaperScenario, "--format", "json");
        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldBeEmpty();
        JsonElement designs = JsonDocument.Parse(run.Output).RootElement.GetProperty("designs");
        designs.EnumerateArray().Select(static design => design.GetProperty("name").GetString())
            .ShouldBe(["all-dram", "all-sram", "all-rram", "memti", "rram-adapters"]);
        foreach (JsonElement design in designs.EnumerateArray())
            Columns.ShouldAllBe(column => Has(design, column));
        JsonElement memti = designs[3];
        memti.GetProperty("reference").GetProperty("max_fps").GetDouble().ShouldBe(429);
        memti.GetProperty("status").GetProperty("max_fps").GetString().ShouldBe("fitted");
        memti.GetProperty("lifetime_years").GetDouble().ShouldBe(0.0981, 0.0001);
        JsonElement life = memti.GetProperty("lifetimes")[0];
        (
            life.GetProperty("memory").GetString(),
            life.GetProperty("bound").GetString(),
            life.GetProperty("writes_per_day").GetDouble()).ShouldBe(("shared", "retention", 0));
    }

    [Fact]
    public void Every_sample_names_the_schema_that_its_editor_checks_it_with()
    {
        const string Start = "# yaml-language-server: $schema=";
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Built.Root, "samples"), "*.yaml", SearchOption.AllDirectories)
            .Where(static file => file.EndsWith(".memti.yaml", StringComparison.Ordinal)
                || Path.GetFileName(Path.GetDirectoryName(file)) is "experiments" or "hello-cell"))
        {
            string first = File.ReadLines(file).First();
            first.ShouldStartWith(Start, customMessage: file);
            File.Exists(Path.Combine(Path.GetDirectoryName(file)!, first[Start.Length..])).ShouldBeTrue(file);
        }
    }

    [Fact]
    public void Run_prints_a_table_with_the_published_figures_the_ledger_and_the_lifetimes()
    {
        string table = Memti.Run("run", Built.PaperScenario).Output;
        table.ShouldContain("published: Donato et al.");
        table.ShouldContain("task_switch_write");
        table.ShouldContain("all-rram/weights");
        table.ShouldContain("break-even gap");
        table.ShouldContain("3.086 h");
        table.ShouldContain("serial-reload");
    }

    [Fact]
    public void Run_prints_CSV_with_a_line_per_design_figure_and_reading()
    {
        const int OperatingPoint = 6;
        const int Frames = 9;
        const int Readings = 3;
        string[] lines = Memti.Run("run", Built.PaperScenario, "--format", "csv", "--no-sensitivity").Output.TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(1 + (5 * (((1 + Readings) * (Columns.Length + OperatingPoint)) + Frames)));
        lines[1].ShouldStartWith("memti-paper,all-dram,max_fps,7");
    }

    [Fact]
    public void Run_writes_the_result_to_a_file_and_leaves_nothing_else_there()
    {
        string file = Path.Combine(_folder.FullName, "result.json");
        Memti run = Memti.Run("run", Built.PaperScenario, "--no-sensitivity", "--design", "memti", "--format", "json", "--output", file);
        run.Output.ShouldBeEmpty();
        Directory.GetFiles(_folder.FullName).ShouldBe([file]);
        JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("designs").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void A_run_that_is_told_to_stop_prints_no_result_and_exits_with_130()
    {
        if (OperatingSystem.IsWindows())
            return; // there is no signal to send
        using Process run = Memti.Start(
            "run", Built.PaperScenario, "--no-jump", "--no-sensitivity", "--set", "workload.duration_s=8640000");
        // started, and at work
        SpinWait.SpinUntil(() => run.HasExited || run.TotalProcessorTime > TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1));
        Process.Start("kill", ["-TERM", $"{run.Id}"]).WaitForExit();
        run.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        run.ExitCode.ShouldBe(130);
        run.StandardOutput.ReadToEnd().ShouldBeEmpty();
    }

    [Fact]
    public void Validate_accepts_the_shipped_scenarios()
    {
        Memti run = Memti.Run(["validate", .. Directory.GetFiles(Path.GetDirectoryName(Built.PaperScenario)!, "*.memti.yaml")]);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("5 design(s)");
    }

    [Fact]
    public void Schema_prints_a_JSON_Schema_that_knows_the_kinds_of_the_plugins()
    {
        JsonElement schema = JsonDocument.Parse(Memti.Run("schema").Output).RootElement;
        schema.GetProperty("$schema").GetString().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        schema.GetRawText().ShouldContain("set_pulse_ns");
        schema.GetRawText().ShouldContain("duty-cycle");
    }

    [Theory]
    [InlineData("cell")]
    [InlineData("network")]
    [InlineData("weights")]
    [InlineData("manifest")]
    public void A_published_schema_is_the_one_that_is_printed(string form) =>
        Memti.Run("schema", $"--{form}").Output.ShouldBe(
            File.ReadAllText(Path.Combine(Built.Root, "docs", "schemas", $"{form}.schema.json")),
            $"renew it: memti schema --{form} -o docs/schemas/{form}.schema.json");

    [Fact]
    public void Schema_prints_one_form_at_a_time()
    {
        JsonDocument.Parse(Memti.Run("schema", "--weights").Output).RootElement
            .GetProperty("title")
            .GetString()
            .ShouldBe("Memti weight request");
        Memti both = Memti.Run("schema", "--weights", "--cell");
        (both.ExitCode, both.Output).ShouldBe((2, ""));
        both.Errors.ShouldContain("--cell and --weights cannot be given together");
    }

    [Fact]
    public void Plugins_list_names_the_plugins_and_the_firmware_of_the_host()
    {
        string list = Memti.Run("plugins", "list").Output;
        foreach (string id in (string[])["firmware", "adapters", "dram", "flash", "imc-cluster", "nvdla", "rram", "sram"])
            list.ShouldContain($"memti.{id}");
    }

    [Theory]
    [InlineData("rram", "word_cells [cells]", "permitted: 1 to 1024; default: 64 (assumed; NVSim's word)")]
    [InlineData("rram", "set_pulse_ns [ns]", "leave out for what the cell says")]
    [InlineData("nvdla", "macs", "default: 1024")]
    [InlineData("duty-cycle", "retain", "true or false")]
    [InlineData("flash", "block_erase_ms [ms]", "leave out for 150 (nor) or 2 (nand)")]
    public void Describe_prints_key_unit_range_default_and_source(string kind, string key, string text)
    {
        string description = Memti.Run("describe", kind).Output;
        description.ShouldContain(key);
        description.ShouldContain(text);
    }

    [Fact]
    public void Describe_refuses_an_unknown_kind_with_the_known_ones()
    {
        Memti run = Memti.Run("describe", "rrram");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI2007");
        run.Errors.ShouldContain("rram");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("describe", "--help")]
    public void Help_teaches(params string[] arguments)
    {
        Memti run = Memti.Run(arguments);
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Usage:");
        run.Output.ShouldContain("Description:");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool Has(JsonElement design, string column) => design.TryGetProperty(column, out _);
}
