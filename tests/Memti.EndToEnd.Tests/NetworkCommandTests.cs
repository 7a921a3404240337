using System.Text.Json;
using Memti.EndToEnd.Tests.Documents;
using Memti.Runs;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests;

public sealed class NetworkCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-networks-");

    [Theory]
    [InlineData("table", "3,857,973,248")]
    [InlineData("csv", "resnet50,54,3857973248,25502912,")]
    [InlineData("json", "\"macs\": 3857973248")]
    public void The_networks_that_ship_are_listed_with_their_totals(string format, string text)
    {
        Memti list = Memti.Run("networks", "list", "--format", format);

        (list.ExitCode, list.Errors).ShouldBe((0, ""));
        list.Output.ShouldContain(text);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void What_describe_prints_can_be_read_again(string format)
    {
        string file = Path.Combine(_folder.FullName, "again." + format);
        Memti first = Memti.Run("networks", "describe", "googlenet", "--format", format);
        File.WriteAllText(file, first.Output);
        Memti second = Memti.Run("networks", "describe", file, "--format", "csv");

        (first.ExitCode, second.ExitCode, second.Errors).ShouldBe((0, 0, ""));
        second.Output.ShouldBe(Memti.Run("networks", "describe", "googlenet", "--format", "csv").Output);
    }

    [Fact]
    public void All_that_is_wrong_with_a_table_is_said()
    {
        string file = Path.Combine(_folder.FullName, "bad.csv");
        File.WriteAllText(file, "layer,kind,c,k\na,fc,0,1\nb,cnv,1,1\n");
        Memti refused = Memti.Run("networks", "describe", file);

        (refused.ExitCode, refused.Output).ShouldBe((1, ""));
        refused.Errors.ShouldContain("bad.csv(2,6): error MEMTI2004: ");
        refused.Errors.ShouldContain("bad.csv(3,3): error MEMTI2004: ");
    }

    [Fact]
    public void An_unknown_network_is_refused_with_the_nearest() =>
        Memti.Run("networks", "describe", "resnet5").Errors
            .ShouldContain("error MEMTI2701: there is no network 'resnet5'; did you mean `resnet50`?");

    [Fact]
    public void The_schema_of_networks_is_printed() =>
        JsonDocument.Parse(Memti.Run("schema", "--network").Output).RootElement.GetProperty("title").GetString().ShouldBe("Memti network");

    [Fact]
    public void A_scenario_names_a_network_that_ships_or_a_file_beside_it()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "tiny.csv"), "layer,kind,c,h,w,k,r,s\nconv,conv,3,8,8,4,3,3\nfc,fc,4,6,6,10,,\n");
        string scenario = Path.Combine(_folder.FullName, "own.memti.yaml");
        File.WriteAllText(scenario, """
            memti: 1
            network: { kind: layer-table, file: tiny.csv, shares: backbone, tasks: [digits, { name: letters, classes: 26 }] }
            accelerator: { kind: nvdla }
            memories:
              backing: { kind: dram, holds: [all_tasks, input] }
              activations: { kind: sram, holds: [activations] }
            workload: { frames: 3 }
            designs:
              file: {}
              shipped: { network: { file: mobilenetv2 } }
            """);

        RunOutcome outcome = Pipeline.Run(scenario);

        outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs.Count.ShouldBe(2);
    }

    [Fact]
    public void The_command_line_and_the_scenario_say_the_same_of_a_graph_that_leaves_its_sizes_open()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "open.onnx"), Convert.FromHexString(OpenGraph));
        string scenario = Path.Combine(_folder.FullName, "open.memti.yaml");
        File.WriteAllText(scenario, """
            memti: 1
            network: { kind: layer-table, file: open.onnx, inputs: x=4x3x32x32, batch: 4, tasks: [one] }
            accelerator: { kind: nvdla }
            memories:
              weights: { kind: sram, holds: [shared, all_tasks] }
              rest: { kind: sram, capacity_kib: 64, holds: [activations, input] }
            workload: { frames: 3 }
            """);

        RunOutcome outcome = Pipeline.Run(new RunRequest { ScenarioFile = scenario, Sensitivity = false });
        Memti described = Memti.Run(
            "networks", "describe", Path.Combine(_folder.FullName, "open.onnx"), "--batch", "4", "--input", "x=4x3x32x32", "-f", "csv");

        outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs[0].Tasks[0].TaskParameters.ShouldBe(216);
        described.Output.ShouldContain(",221184,216", customMessage: described.Errors);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("validate")]
    public void What_a_graph_of_a_scenario_leaves_out_is_a_warning(string command)
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "boxes.onnx"), OnnxGraph.Convolution(1, 32, "NonMaxSuppression"));
        string scenario = Path.Combine(_folder.FullName, "boxes.memti.yaml");
        File.WriteAllText(scenario, """
            memti: 1
            network: { kind: layer-table, file: boxes.onnx, tasks: [one] }
            accelerator: { kind: nvdla }
            memories:
              weights: { kind: sram, holds: [shared, all_tasks] }
              rest: { kind: sram, capacity_kib: 64, holds: [activations, input] }
            workload: { frames: 3 }
            designs: { one: {}, two: {} }
            """);

        Memti run = Memti.Run(command, scenario);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.Split('\n').Where(static line => line.Contains("warning MEMTI2710", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("--batch", "many", "--batch is 'many'; permitted: 1 to 65536 frames")]
    [InlineData("--input", "x", "--input 'x' is no shape of an input")]
    public void A_batch_or_shape_that_cannot_be_read_is_wrong_usage(string option, string value, string text)
    {
        Memti refused = Memti.Run("nvdla", "plan", "resnet50", option, value);

        (refused.ExitCode, refused.Output).ShouldBe((2, ""));
        refused.Errors.ShouldContain(text);
    }

    /// <summary>A head on two scales: 216 and 576 weights are stored, and 576 are read twice.</summary>
    [Theory]
    [InlineData("none")]
    [InlineData("backbone")]
    public void A_tensor_that_is_used_twice_is_stored_once_and_read_twice(string shares)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "heads.csv"), """
            layer,kind,c,h,w,k,r,s,zero_padding,weights_of
            stem,conv,3,32,32,8,3,3,true,
            large,conv,8,32,32,8,3,3,true,
            small,conv,8,16,16,8,3,3,true,large
            fc,fc,8,1,1,4,,,,

            """);
        string scenario = Path.Combine(_folder.FullName, "heads.memti.yaml");
        File.WriteAllText(scenario, $$"""
            memti: 1
            network: { kind: layer-table, file: heads.csv, shares: {{shares}}, tasks: [one] }
            accelerator: { kind: nvdla, macs: 64, buffer_kib: 128 }
            memories:
              weights: { kind: sram, holds: [shared, all_tasks] }
              rest: { kind: sram, capacity_kib: 64, holds: [activations, input] }
            workload: { frames: 3 }
            """);

        RunOutcome outcome = Pipeline.Run(new RunRequest { ScenarioFile = scenario, Sensitivity = false, ExplainTime = true });

        DesignReport design = outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs.ShouldHaveSingleItem();
        design.Memories.Single(static memory => memory.Memory == "weights").ContentsKib.ShouldBe((216 + 576 + 32) / 1024.0, 1e-9);
        design.Time[0].Layers
            .Sum(static layer => layer.ReadKib.GetValueOrDefault("weights"))
            .ShouldBe((216 + 576 + 576 + 32) / 1024.0, 1e-9);
        (design.Tasks[0].SharedParameters + design.Tasks[0].TaskParameters).ShouldBe(216 + 576 + 32);
    }

    /// <summary>A convolution of 3 channels to 8 with a kernel of 3x3, over an input of which all but the channels is open.</summary>
    private const string OpenGraph =
        "08083A660A280A01780A01771201791A04636F6E762204436F6E762A110A04706164734001400140014001A0010712046F70656E2A0F08"
        + "08080308030803100142017770015A1E0A017812190A17080112130A0312016E0A0208030A031201680A0312017762030A017942040A00"
        + "1011";

    public void Dispose() => _folder.Delete(recursive: true);
}
