using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Documents.Codes;
using Memti.Networks.Codes;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests.Peers;

/// <summary>Topologies of SCALE-Sim, as its repositories and forks write them.</summary>
public sealed class ScaleSimTableTests
{
    private const string Sizes = "Layer name, IFMAP Height, IFMAP Width, Filter Height, Filter Width, Channels, Num Filter, ";
    private const string Head = Sizes + "Strides,";

    [Fact]
    public void A_convolution_has_the_size_of_SCALE_Sim()
    {
        Layer layer = Networks.Layers("net.csv", Head + "\nConv1, 227, 227, 11, 11, 3, 96, 4,\n").ShouldHaveSingleItem();

        (layer.Name, layer.InputChannels, layer.OutputChannels, layer.OutputHeight, layer.OutputWidth, layer.StrideWidth)
            .ShouldBe(("Conv1", 3, 96, 55, 55, 4));
        (layer.MultiplyAccumulates, layer.TaskParameters).ShouldBe((55 * 55 * 11 * 11 * 3 * 96L, 11 * 11 * 3 * 96L));
    }

    [Theory]
    [InlineData(Sizes + "Stride height, Stride width,\na,30,40,3,5,8,16,2,3,", 2, 3)]
    [InlineData(Head + "\na,30,40,3,5,8,16,2", 2, 2)]
    [InlineData(Head + "\na,30,40,3,5,8,16,2,", 2, 2)]
    [InlineData(Head + "\na, 30, 40, 3, 5, 8, 16, 2, 3", 2, 3)]
    [InlineData(Head + "\r\n\r\n  a,\t30,\t40, 3, 5, 8, 16, 2,#stem\r\n,,,,,,,,\r\n# the end\r\n", 2, 2)]
    [InlineData(Head + ", Target\na,30,40,3,5,8,16,2, NPU", 2, 2)]
    [InlineData(Head + " Sparsity,\na,30,40,3,5,8,16,2,2:4,", 2, 2)]
    [InlineData(Head + " Batch,\na,30,40,3,5,8,16,2,4,", 2, 2)]
    [InlineData("# a comment\nName,Ifmap h,Ifmap w,Filt h,Filt w,Ch,Filters,Stride\na,30,40,3,5,8,16,2", 2, 2)]
    public void Columns_count_by_their_place(string text, int strideHeight, int strideWidth) =>
        Networks.Layers("net.csv", text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => (layer.InputHeight, layer.InputWidth, layer.KernelHeight, layer.KernelWidth).ShouldBe((30, 40, 3, 5)),
            layer => (layer.InputChannels, layer.OutputChannels).ShouldBe((8, 16)),
            layer => (layer.StrideHeight, layer.StrideWidth).ShouldBe((strideHeight, strideWidth)));

    [Fact]
    public void Inputs_are_those_of_each_row()
    {
        NetworkResult result = Networks.Read("net.csv", Head + "\nConv1, 224, 224, 7, 7, 3, 64, 2,\nConv2, 56, 56, 3, 3, 64, 64, 1,\n");

        result.Findings.ShouldBeEmpty();
        result.Table.ShouldNotBeNull().Name.ShouldBe("net");
    }

    [Fact]
    public void A_last_filter_beyond_the_input_does_not_run() =>
        Networks.Layers("net.csv", Head + "\nshortcut,56,56,1,1,64,128,2,").ShouldHaveSingleItem().OutputHeight.ShouldBe(28);

    [Fact]
    public void A_filter_that_covers_its_input_is_fully_connected() =>
        Networks.Layers("net.csv", Head + "\nFC,7,7,7,7,512,1000,1,").ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => layer.Kind.ShouldBe(LayerKind.FullyConnected),
            static layer => layer.MultiplyAccumulates.ShouldBe(7 * 7 * 512 * 1000));

    [Theory]
    [InlineData("DP_1,16,16,3,3,8,1,1,", 8)]
    [InlineData("DP_1,16,16,3,3,8,2,1,", 16)]
    [InlineData("DepthwiseConv2D_1,16,16,3,3,8,1,1,", 8)]
    public void A_depthwise_layer_has_filters_of_one_channel(string row, int filters) =>
        Networks.Layers("net.csv", Head + "\n" + row).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => layer.Groups.ShouldBe(8),
            layer => layer.OutputChannels.ShouldBe(filters),
            layer => layer.MultiplyAccumulates.ShouldBe(14 * 14 * 9 * filters));

    [Theory]
    [InlineData("Layer,M,N,K,\nqkv,128,1536,512,", 128, 1)]
    [InlineData("Layer name, M, K, N,\nqkv, 128, 512, 1536,\n\n", 128, 1)]
    [InlineData("Layer,M,N,K\nqkv,1000000,1536,512", 62_500, 16)]
    public void A_product_runs_its_rows_over_one_matrix(string text, int height, int width) =>
        Networks.Layers("gemm.csv", text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => (layer.OutputHeight, layer.OutputWidth).ShouldBe((height, width)),
            layer => layer.TaskParameters.ShouldBe(1536 * 512),
            layer => layer.MultiplyAccumulates.ShouldBe(height * (long)width * 1536 * 512));

    [Fact]
    public void A_product_of_one_row_is_fully_connected() =>
        Networks.Layers("gemm.csv", "Layer,M,N,K,\nfc,1,10,64,").ShouldHaveSingleItem().Kind.ShouldBe(LayerKind.FullyConnected);

    [Theory]
    [InlineData("\na,30,40,3,5,8,16,many,", DocumentCodes.WrongType, "layers[0].Strides")]
    [InlineData("\na,30,40,3,5,8", NetworkCodes.NetworkSyntax, "layers[0]")]
    [InlineData("\na,30,40,3,5,eight,16,1,", DocumentCodes.WrongType, "layers[0].Channels")]
    [InlineData("\na,30,40,3,5,0,16,1,", DiagnosticCode.ValueOutOfRange, "layers[0].Channels")]
    [InlineData("\na,2,40,3,5,8,16,1,", NetworkCodes.NetworkShape, "layers[0].Filter Height")]
    [InlineData("\n", DiagnosticCode.ValueOutOfRange, "layers")]
    public void A_bad_row_is_refused_by_the_name_of_its_column(string rows, string code, string key)
    {
        Diagnostic finding = Networks.Error("net.csv", Head + rows);
        (finding.Code, finding.Key, finding.File).ShouldBe((code, key, "net.csv"));
    }

    [Fact]
    public void A_finding_stands_where_the_number_stands()
    {
        Diagnostic finding = Networks.Error("net.csv", Head + "\n\na, 30, 40, 3, 5, many, 16, 1,");

        (finding.Line, finding.Column, finding.Value).ShouldBe((3, 18, "many"));
    }
}
