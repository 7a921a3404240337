using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Documents.Files;

namespace Memti.Networks.Tests.Peers;

/// <summary>Files of other programs that hold no network.</summary>
public sealed class KnownFileTests
{
    private const string Nvsim = """
        # a sample
        -DesignTarget: RAM

        -ProcessNode: 90
        -Capacity (MB): 16
        -WordWidth (bit): 64
        -MemoryCellInputFile: sample_PCRAM.cell
        """;

    private const string Timeloop = """
        problem:
          version: 0.4
          shape:
            name: Conv2D
            dimensions: [R, S, P, Q, C, K, N]
            data-spaces:
              - name: Weights
                projection: [[[C]], [[K]], [[R]], [[S]]]
          instance: { C: 3, K: 8, R: 3, S: 3, P: 16, Q: 16, N: 1 }
        """;

    private const string TimeloopLayer = """
        {{include_text('shape.yaml')}}
        problem:
          <<<: *problem_base
          instance: {C: 3, M: 8, R: 3, S: 3, P: 16, Q: 16}
        """;

    private const string NvmExplorer = """
        {"experiment": {
            "exp_name":"stt_example",
            "cell_type":["STT"],
            "opt_target":["ReadEDP"],
            "nvsim_path":"./nvmexplorer_src/nvsim_src/nvsim"
        }}
        """;

    private const string ZigZagHardware = """
        name: tpu_like
        memories:
          rf_1B:
            size: 8
        operational_array:
          unit_energy: 0.04
          dimensions: [D1, D2]
          sizes: [32, 32]
        """;

    private const string ZigZagMapping = """
        - name: default
          spatial_mapping:
            D1:
              - K, 32
          memory_operand_links:
            O: O
        """;

    [Theory]
    [InlineData("nvsim.cfg", Nvsim, "NVSim")]
    [InlineData("nvsim.csv", Nvsim, "NVSim")]
    [InlineData("sample.cell", "// a sample\n-MemCellType: MRAM\n-CellArea (F^2): 54\n", "NVSim")]
    [InlineData("conv.yaml", Timeloop, "Timeloop")]
    [InlineData("conv.yml", TimeloopLayer, "Timeloop")]
    [InlineData("arch.yaml", "architecture:\n  version: 0.4\n  nodes:\n  - !Container\n    name: system\n", "Timeloop")]
    [InlineData("study.json", NvmExplorer, "NVMExplorer")]
    [InlineData("tpu.yaml", ZigZagHardware, "ZigZag")]
    [InlineData("mapping.yaml", ZigZagMapping, "ZigZag")]
    [InlineData("workload.py", "workload = {\n    0: {\n        'operator_type': 'Conv',\n", "ZigZag")]
    [InlineData("scale.cfg", "[general]\nrun_name = scale\n\n[architecture_presets]\nArrayHeight: 32\n", "SCALE-Sim")]
    [InlineData("vgg.m", "Network vgg {\n  Layer CONV1 {\n    Type: CONV\n", "MAESTRO")]
    [InlineData("mine.yaml", "# a cell\nmemcell: 1\nname: mine\n", "memory cell of Memti")]
    [InlineData("mine.memti.yaml", "memti: 1\nnetwork: { kind: layer-table, file: resnet50 }\n", "scenario of Memti")]
    public void A_file_of_another_kind_is_recognised_by_name(string file, string text, string name)
    {
        Diagnostic finding = Networks.Error(file, text);

        (finding.Code, finding.File, finding.Line).ShouldBe((DocumentCodes.KnownFile, file, 1));
        finding.Value.ShouldNotBeNull().ShouldContain(name);
    }

    [Fact]
    public void The_cell_that_a_configuration_names_is_told() =>
        KnownFile.Of(Nvsim).ShouldNotBeNull().Help.ShouldContain("import-cell sample_PCRAM.cell");

    // The work grows with the text: a square of these would take minutes.
    [Theory]
    [InlineData("problem:\n")]
    [InlineData("-DesignTargets\n -MemCellType")]
    [InlineData("          ")]
    [InlineData("Network a {\n")]
    [InlineData("\n \n")]
    [InlineData("{ ")]
    public void A_sign_that_is_repeated_costs_nothing(string sign) =>
        KnownFile.Of("problem:\n" + string.Concat(Enumerable.Repeat(sign, 1_000_000 / sign.Length))).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("name: net\nlayers:\n  - { layer: fc, kind: fc, c: 8, k: 2 }\n")]
    [InlineData("layer,kind,c,k\nfc,fc,8,2\n")]
    [InlineData("{ \"name\": \"problem\", \"layers\": [] }")]
    public void Other_texts_are_not_known(string text) => KnownFile.Of(text).ShouldBeNull();
}
