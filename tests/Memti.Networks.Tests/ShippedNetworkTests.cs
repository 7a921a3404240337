using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Networks.Layers;

namespace Memti.Networks.Tests;

/// <summary>The tables that ship have the totals that are published, and the shapes of the reference data.</summary>
public sealed class ShippedNetworkTests
{
    /// <summary>
    /// Row of Res2a_branch2a, to which the workbook gives 256 channels. Its input is the pooled output of conv1, which has 64: those of
    /// Res2a_branch1 beside it, and of the paper.
    /// </summary>
    private const int Slip = 2;

    [Theory]
    // Krizhevsky et al. 2012: 60 million parameters; 0.72 G multiply-adds (Sze et al., Proc. IEEE 2017, table 3)
    [InlineData("alexnet", 0.724e9, 61e6, 0.01)]
    [InlineData("resnet50", 3.86e9, 25.5e6, 0.01)] // He et al. 2016, table 1: 3.8e9; Sze et al. 2017: 3.86 G and 25.5 M
    [InlineData("googlenet", 1.58e9, 6.99e6, 0.01)] // Szegedy et al. 2015, table 1: 1.5 G and 6.8 M; BVLC's GoogLeNet: 1.58 G and 6.99 M
    [InlineData("mobilenetv2", 300e6, 3.4e6, 0.025)] // Sandler et al. 2018, table 4: 300 M and 3.4 M
    public void The_totals_are_the_published_ones(string name, double multiplyAccumulates, double parameters, double tolerance)
    {
        NetworkTable network = NetworkFile.Read(RepositoryFiles.Network(name));

        ((double)network.MultiplyAccumulates).ShouldBe(multiplyAccumulates, multiplyAccumulates * tolerance);
        ((double)network.Parameters).ShouldBe(parameters, parameters * tolerance);
    }

    [Theory]
    [InlineData("alexnet", 724_406_816, 60_954_656, 11)]
    [InlineData("resnet50", 3_857_973_248, 25_502_912, 54)]
    [InlineData("googlenet", 1_582_671_872, 6_990_272, 70)]
    [InlineData("mobilenetv2", 300_774_272, 3_469_760, 53)]
    public void The_totals_do_not_move(string name, long multiplyAccumulates, long parameters, int layers)
    {
        NetworkTable network = NetworkFile.Read(RepositoryFiles.Network(name));

        (network.MultiplyAccumulates, network.Parameters, network.Layers.Count).ShouldBe((multiplyAccumulates, parameters, layers));
    }

    [Theory]
    [InlineData("alexnet")]
    [InlineData("resnet50")]
    [InlineData("googlenet")]
    [InlineData("mobilenetv2")]
    public void Nothing_is_found_in_them(string name) => NetworkFile.Examine(RepositoryFiles.Network(name)).Findings.ShouldBeEmpty();

    [ReferenceTheory]
    [InlineData("alexnet", "AlexNet")]
    [InlineData("resnet50", "ResNet50")]
    public void The_shapes_are_those_of_the_workbook(string name, string reference)
    {
        using TemporaryFolder folder = new();
        NetworkTable theirs = NetworkFile.Read(folder.Write("workbook.json", Workbook(reference).GetRawText()));
        NetworkTable ours = NetworkFile.Read(RepositoryFiles.Network(name));

        ours.Layers
            .Select(Shape)
            .ShouldBe(theirs.Layers.Select((layer, row) => Shape(name == "resnet50" && row == Slip ? Narrowed(layer) : layer)));
    }

    [ReferenceTheory]
    [InlineData("AlexNet")]
    [InlineData("ResNet50")]
    public void The_workbook_is_read_to_its_own_outputs_and_work(string reference)
    {
        using TemporaryFolder folder = new();
        JsonElement workbook = Workbook(reference);
        NetworkTable read = NetworkFile.Read(folder.Write("workbook.json", workbook.GetRawText()));

        read.Name.ShouldBe(reference);
        read.Layers
            .Select(
                static layer => (layer.OutputHeight, layer.OutputWidth, layer.StoredHeight, layer.StoredWidth, layer.MultiplyAccumulates))
            .ShouldBe(
                workbook.GetProperty("layers")
                    .EnumerateArray()
                    .Select(
                        static row =>
                            (
                                Number(row, "p"),
                                Number(row, "q"),
                                Number(row, "out_h"),
                                Number(row, "out_w"),
                                row.GetProperty("macs").GetInt64())));
    }

    private static Layer Narrowed(Layer layer)
    {
        layer.InputChannels.ShouldBe(256);
        return layer with { InputChannels = 64, TaskParameters = layer.TaskParameters / 4 };
    }

    /// <summary>All but the name, who shares an input, and the padding of 1x1 kernels, which need none.</summary>
    private static Layer Shape(Layer layer) =>
        layer with { Name = "", SharesInput = false, ZeroPadding = layer.ZeroPadding || layer is { KernelHeight: 1, KernelWidth: 1 } };

    private static int Number(JsonElement row, string key) => row.GetProperty(key).GetInt32();

    private static JsonElement Workbook(string name) => JsonDocument.Parse(File.ReadAllText(RepositoryFiles.ReferenceNetworks)).RootElement
        .GetProperty("networks").EnumerateArray().Single(network => network.GetProperty("name").GetString() == name);
}
