using System.Text.Json;

namespace Memti.EndToEnd.Tests;

/// <summary>The studies of the NVDLA plugin as a user asks for them.</summary>
public sealed class NvdlaCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-nvdla-");

    [Fact]
    public void A_plan_is_a_table_for_eyes()
    {
        Memti plan = Memti.Run("nvdla", "plan", "resnet50");

        (plan.ExitCode, plan.Errors).ShouldBe((0, ""));
        plan.Output.ShouldContain("Layers, by the workbook's sheet resnet50");
        plan.Output.ShouldContain("conv2_1.shortcut");
        plan.Output.ShouldContain("7113691           7.114   140.6");
    }

    [Fact]
    public void A_plan_is_JSON_for_programs_and_can_be_written_to_a_file()
    {
        string file = Path.Combine(_folder.FullName, "plan.json");
        Memti plan = Memti.Run(
            "nvdla",
            "plan",
            "resnet50",
            "--macs",
            "1024",
            "--cbuf-kb",
            "256",
            "--dram-gbps",
            "15",
            "--stride-folding",
            "true",
            "-f",
            "json",
            "-o",
            file);

        (plan.ExitCode, plan.Output).ShouldBe((0, ""), plan.Errors);
        JsonElement document = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        document.GetProperty("memti_nvdla_plan").GetInt32().ShouldBe(1);
        document.GetProperty("layers").GetArrayLength().ShouldBe(54);
        document.GetProperty("totals").GetProperty("dram_only").GetProperty("fps").GetDouble().ShouldBe(152.6, 0.05); // published: 153
    }

    [Fact]
    public void A_plan_is_CSV_with_a_line_a_layer_and_all_digits()
    {
        string[] lines = Memti.Run("nvdla", "plan", "alexnet", "--format", "csv").Output.TrimEnd().Split('\n');

        lines.Length.ShouldBe(1 + 11);
        string[] columns = lines[0].Split(',');
        columns[..6].ShouldBe(["row", "layer", "kind", "c", "h", "w"]);
        lines[1].Split(',')[Array.IndexOf(columns, "mac_cycles")].ShouldBe("49617.5625");
    }

    [Fact]
    public void A_sweep_is_CSV_with_a_line_a_machine()
    {
        Memti sweep = Memti.Run(
            "nvdla", "sweep", "alexnet", "--macs", "64:128", "--cbuf-kb", "128", "--dram-gbps", "1:2:1", "--format", "csv");

        sweep.Output.TrimEnd().Split('\n').Select(static line => string.Join(',', line.Split(',')[..3]))
            .ShouldBe(["macs,cbuf_kb,dram_gbps", "64,128,1", "64,128,2", "128,128,1", "128,128,2"], sweep.Errors);
    }

    [Fact]
    public void A_program_lists_what_a_driver_writes()
    {
        Memti program = Memti.Run("nvdla", "program", "alexnet", "--format", "csv");

        (program.ExitCode, program.Errors).ShouldBe((0, ""));
        string[] lines = program.Output.TrimEnd().Split('\n');
        lines[0].ShouldBe("row,layer,unit,register,offset,value");
        lines.ShouldContain("1,conv1,CDMA,D_DATAIN_SIZE_0,0x0000501C,0x00DF00DF"); // 224 x 224 pixels, less one
        lines.ShouldContain("1,conv1,SDP,D_OP_ENABLE,0x0000B038,0x00000001");
    }

    [Fact]
    public void Help_of_a_study_states_units_ranges_and_defaults()
    {
        string help = Memti.Run("nvdla", "plan", "--help").Output;

        help.ShouldContain("memti nvdla plan resnet50 --macs 1024 --cbuf-kb 256 --dram-gbps 15");
        help.ShouldContain("--dram-gbps <GB/s>");
        help.ShouldContain("32 to 512");
        help.ShouldContain("[default: dram_only]");
    }

    [Theory]
    [InlineData(1, "error MEMTI2701: ", "did you mean `resnet50`?", "nvdla", "plan", "resnt50")]
    [InlineData(1, "error MEMTI2004: ", "permitted: 32, 64, 128, 256, 512, 1024, 2048.", "nvdla", "plan", "resnet50", "--macs", "33")]
    [InlineData(2, "error MEMTI2004: ", "permitted: 32 to 2048.", "nvdla", "plan", "resnet50", "--macs", "9999")]
    [InlineData(2, "error MEMTI2004: ", "permitted: single, multiple.", "nvdla", "plan", "resnet50", "--passes", "twice")]
    [InlineData(2, "error MEMTI1001: ", "Try: memti nvdla plan --help", "nvdla", "plan", "resnet50", "--no-such")]
    [InlineData(2, "error MEMTI1001: ", "'nope'", "nope")]
    public void Wrong_words_are_refused_and_leave_nothing_on_the_output(int exitCode, string code, string text, params string[] words)
    {
        Memti refused = Memti.Run(words);

        (refused.ExitCode, refused.Output).ShouldBe((exitCode, ""), refused.Errors);
        refused.Errors.ShouldContain(code);
        refused.Errors.ShouldContain(text);
    }

    [Fact]
    public void A_truncated_graph_is_refused_with_its_place()
    {
        string file = Path.Combine(_folder.FullName, "half.onnx");
        File.WriteAllBytes(file, [0x08, 0x07, 0x3a, 0xff, 0x01]); // a graph of 255 bytes, of which none is there

        Memti refused = Memti.Run("nvdla", "plan", file);

        (refused.ExitCode, refused.Output).ShouldBe((1, ""));
        refused.Errors.ShouldContain("half.onnx: error MEMTI2706: ");
        refused.Errors.ShouldContain("at byte 5");
    }

    [Fact]
    public void The_studies_of_plugins_are_listed_with_the_commands() =>
        Memti.Run("--help").Output.ShouldContain("Studies of plugin memti.nvdla.");

    public void Dispose() => _folder.Delete(recursive: true);
}
