using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Codes;
using Memti.Networks.Codes;

namespace Memti.Networks.Tests.Peers;

/// <summary>Workloads of ZigZag in YAML, as its inputs and its ONNX parser have them.</summary>
public sealed class ZigZagWorkloadTests
{
    private const string Stem = """
        - id: 0 # stride 2
          name: stem
          operator_type: Conv
          equation: O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]
          dimension_relations: [ix=2*ox+1*fx, iy=2*oy+1*fy]
          loop_dims: [B, K, C, OY, OX, FY, FX]
          loop_sizes: [1, 64, 3, 112, 112, 7, 7]
          operand_precision: { W: 8, I: 8, O: 16, O_final: 8 }
          operand_source: { I: 0, W: 0 }

        """;

    private const string Pool = """
        - id: 1
          operator_type: Pooling
          equation: O[b][g][oy][ox]+=W[fx][fy]*I[b][g][iy][ix]
          dimension_relations: [ix=2*ox+1*fx, iy=2*oy+1*fy]
          loop_dims: [B, G, OY, OX, FX, FY]
          loop_sizes: [1, 64, 56, 56, 3, 3]
          operand_precision: { W: 0, I: 8, O: 16, O_final: 8 }
          operand_source: { I: 0, W: 1 }

        """;

    private const string Body = """
        - id: 2
          operator_type: Conv
          equation: O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]
          dimension_relations: [ix=1*ox+1*fx, iy=1*oy+1*fy]
          loop_dims: [B, K, C, OY, OX, FY, FX]
          loop_sizes: [1, 64, 64, 56, 56, 3, 3]
          operand_precision: { W: 8, I: 8, O: 16, O_final: 8 }
          operand_source: { I: 1, W: 2 }
        - id: 3
          operator_type: Add
          equation: O[b][g][oy][ox]=W[b][g][oy][ox]+I[b][g][oy][ox]
          loop_dims: [B, G, OY, OX]
          loop_sizes: [1, 64, 56, 56]
          operand_precision: { W: 8, I: 8, O: 16, O_final: 8 }
          operand_source: { W: 1, I: 2 }
        - id: 4
          operator_type: Pooling
          equation: O[b][g][oy][ox]+=W[fx][fy]*I[b][g][iy][ix]
          dimension_relations: [ix=1*ox+1*fx, iy=1*oy+1*fy]
          loop_dims: [B, G, OY, OX, FX, FY]
          loop_sizes: [1, 64, 1, 1, 56, 56]
          operand_precision: { W: 0, I: 8, O: 16, O_final: 8 }
          operand_source: { I: 3, W: 4 }
        - id: 5
          operator_type: Conv
          equation: O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]
          dimension_relations: [ix=1*ox+1*fx, iy=1*oy+1*fy]
          loop_dims: [B, K, C, OY, OX, FY, FX]
          loop_sizes: [1, 10, 64, 1, 1, 1, 1]
          operand_precision: { W: 8, I: 8, O: 16, O_final: 8 }
          operand_source: { I: 4, W: 5 }
        """;

    [Fact]
    public void A_maximum_over_all_of_its_input_is_a_pooling_by_whatever_name()
    {
        string renamed = Body.Replace("operator_type: Pooling", "operator_type: Max", StringComparison.Ordinal);

        Networks.Layers("net.yaml", Stem + Pool + renamed)[4].Kind.ShouldBe(LayerKind.Pooling);
    }

    [Fact]
    public void A_network_of_all_its_layers_is_read()
    {
        IReadOnlyList<Layer> layers = Networks.Layers("net.yaml", Stem + Pool + Body);

        layers.Select(static layer => layer.Name).ShouldBe(["stem", "layer 1", "layer 2", "layer 3", "layer 4", "layer 5"]);
        layers.Select(static layer => layer.Kind).ShouldBe(
        [
            LayerKind.Convolution, LayerKind.Pooling, LayerKind.Convolution, LayerKind.Elementwise, LayerKind.Pooling,
            LayerKind.FullyConnected,
        ]);
        layers.Sum(static layer => layer.MultiplyAccumulates)
            .ShouldBe((112 * 112 * 7 * 7 * 3 * 64L) + (56 * 56 * 9 * 64 * 64L) + (10 * 64));
        layers.Sum(static layer => layer.TaskParameters).ShouldBe((7 * 7 * 3 * 64) + (9 * 64 * 64) + (10 * 64));
        (layers[0].StrideHeight, layers[0].OutputHeight, layers[1].OutputWidth).ShouldBe((2, 112, 56));
    }

    [Fact]
    public void Padding_is_what_the_layer_before_lacks()
    {
        IReadOnlyList<Layer> layers = Networks.Layers("net.yaml", Stem + Pool + Body);

        // The stem states no input: its filters reach 111 * 2 + 7 rows.
        layers.Select(static layer => layer.InputHeight).ShouldBe([229, 112, 56, 56, 56, 1]);
    }

    [Fact]
    public void A_stated_input_counts_without_its_padding() => Networks.Layers("net.yml", """
        - id: 7
          operator_type: Conv
          equation: O[b][g][k][oy][ox]+=W[g][k][c][fy][fx]*I[b][g][c][iy][ix]
          dimension_relations: ["ix=2*ox+1*fx", "iy = 1*fy + 2*oy"]
          loop_dims: [B, K, G, OX, OY, C, FX, FY]
          loop_sizes: [1, 4, 8, 16, 14, 2, 3, 5]
          pr_loop_dims: [IX, IY]
          pr_loop_sizes: [32, 28]
          padding: [[0, 1], [1, 2]]
          operand_source: { W: 7 }
        """).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        static layer => (layer.InputHeight, layer.InputWidth, layer.OutputHeight, layer.OutputWidth).ShouldBe((28, 32, 14, 16)),
        static layer => (layer.Groups, layer.InputChannels, layer.OutputChannels).ShouldBe((8, 16, 32)),
        static layer => (layer.StrideHeight, layer.StrideWidth, layer.KernelHeight, layer.KernelWidth).ShouldBe((2, 2, 5, 3)),
        static layer => layer.TaskParameters.ShouldBe(2 * 32 * 5 * 3));

    [Fact]
    public void A_depthwise_layer_has_no_loop_over_its_channels() => Networks.Layers("net.yaml", """
        - id: 0
          operator_type: Conv
          equation: O[b][g][oy][ox]+=W[g][fy][fx]*I[b][g][iy][ix]
          loop_dims: [B, G, OY, OX, FY, FX]
          loop_sizes: [1, 32, 14, 14, 3, 3]
        """).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        static layer => (layer.Groups, layer.InputChannels, layer.OutputChannels, layer.InputHeight).ShouldBe((32, 32, 32, 16)),
        static layer => layer.MultiplyAccumulates.ShouldBe(14 * 14 * 9 * 32));

    [Fact]
    public void A_dilated_filter_keeps_its_weights() => Networks.Layers("net.yaml", """
        - id: 0
          operator_type: Conv
          equation: O[b][k][oy][ox]+=W[k][c][fy][fx]*I[b][c][iy][ix]
          dimension_relations: [ix=1*ox+2*fx, iy=1*oy+2*fy]
          loop_dims: [B, K, C, OY, OX, FY, FX]
          loop_sizes: [1, 8, 8, 10, 10, 3, 3]
        """).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        static layer => (layer.InputHeight, layer.OutputHeight).ShouldBe((14, 10)),
        static layer => layer.MultiplyAccumulates.ShouldBe(100 * 9 * 64));

    [Theory]
    [InlineData("O[b][k]+=I[b][c]*W[c][k]", "[B, C, K]", "[512, 256, 128]", 512, 256 * 128)]
    [InlineData("O[m][n]+=W[k][n]*I[m][k]", "[M, K, N]", "[6, 256, 128]", 6, 256 * 128)]
    [InlineData("O[b][l][k]+=I[b][l][c]*W[c][k]", "[B, L, C, K]", "[2, 10, 256, 128]", 20, 256 * 128)]
    public void A_product_runs_its_rows_over_one_matrix(string equation, string names, string sizes, int rows, int weights) =>
        Networks.Layers("gemm.yaml", Gemm(equation, names, sizes)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => layer.TaskParameters.ShouldBe(weights),
            layer => layer.MultiplyAccumulates.ShouldBe(rows * (long)weights));

    [Fact]
    public void A_product_of_one_row_is_fully_connected() =>
        Networks.Layers("gemm.yaml", Gemm("O[b][k]+=I[b][c]*W[c][k]", "[B, C, K]", "[1, 256, 10]")).ShouldHaveSingleItem()
            .Kind.ShouldBe(LayerKind.FullyConnected);

    [Theory]
    [InlineData("loop_sizes: [1, 64, 3", "loop_sizes: [4, 64, 3", NetworkCodes.PeerLayer)]
    [InlineData("W: 0 }", "W: 3 }", NetworkCodes.PeerLayer)]
    [InlineData("[1, 64, 3, 112, 112, 7, 7]", "[1, 64, 3, 112, 112, 7]", DocumentCodes.MissingKey)]
    [InlineData("[1, 64, 3, 112, 112, 7, 7]", "[1, 64, 3, 112, 112, 7, many]", DocumentCodes.WrongType)]
    [InlineData("[1, 64, 3, 112, 112, 7, 7]", "[1, 64, 3, 2000000000, 112, 7, 7]", DiagnosticCode.ValueOutOfRange)]
    [InlineData("O[b][k][oy][ox]+=W", "O = W", DocumentCodes.WrongType)]
    [InlineData("loop_dims: ", "dims: ", DocumentCodes.MissingKey)]
    public void A_bad_layer_is_refused(string sound, string bad, string code)
    {
        Stem.ShouldContain(sound);

        Networks.Read("net.yaml", Stem.Replace(sound, bad, StringComparison.Ordinal)).Findings[0].Code.ShouldBe(code);
    }

    private static string Gemm(string equation, string names, string sizes) => $$"""
        - id: 0
          operator_type: Gemm
          equation: {{equation}}
          dimension_relations: []
          loop_dims: {{names}}
          loop_sizes: {{sizes}}
          operand_precision: { W: 8, I: 8, O: 32, O_final: 32 }
          operand_source: { I: 0, W: 0 }
        """;
}
