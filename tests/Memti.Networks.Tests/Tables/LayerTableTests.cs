using Memti.Abstractions.Models;

namespace Memti.Networks.Tests.Tables;

/// <summary>The three forms of a layer table, and what becomes of a row.</summary>
public sealed class LayerTableTests
{
    private const string Yaml = """
        name: small
        description: two layers
        layers:
          - { layer: conv, kind: conv + elwise, c: 3, h: 33, w: 32, k: 8, r: 3, s: 5, zero_padding: true, stride_v: 2, pool: true, pool_h: 3, pool_w: 2, pool_stride_v: 2, pool_stride_h: 2 }
          - { layer: "fc, the last", kind: fc, c: 8, h: 8, w: 16, k: 10 }
        """;

    private const string Json = """
        { "name": "small", "totals": { "fps": 1.5 }, "layers": [
          { "row": 11, "layer": "conv", "kind": "conv + elwise", "c": 3, "h": 33, "w": 32, "k": 8, "r": 3, "s": 5, "zero_padding": true, "stride_v": 2, "stride_h": 1, "p": 17, "q": 32,
            "pool": true, "pool_h": 3, "pool_w": 2, "pool_stride_v": 2, "pool_stride_h": 2, "macs": 1, "winograd": false, "with_sram": { "batch": 1 }, "dram_only": {} },
          { "layer": "fc, the last", "kind": "fc", "c": 8, "h": 8, "w": 16, "k": 10, "r": 8, "s": 16, "pool": false, "pool_h": null } ] }
        """;

    private const string Csv =
        "layer,kind,c,h,w,k,r,s,zero_padding,stride_v,pool,pool_h,pool_w,pool_stride_v,pool_stride_h,macs\r\n"
        + "conv,conv + elwise,3,33,32,8,3,5,true,2,TRUE,3,2,2,2,7\r\n"
        + "\"fc, the last\",fc,8,8,16,10,,,,,,,,,,\r\n";

    [Fact]
    public void All_forms_say_the_same()
    {
        IReadOnlyList<Layer> expected = Networks.Layers("small.yaml", Yaml);

        Networks.Layers("small.yml", Yaml).ShouldBe(expected);
        Networks.Layers("small.json", Json).ShouldBe(expected);
        Networks.Layers("small.csv", Csv).ShouldBe(expected);
    }

    [Fact]
    public void A_row_becomes_a_layer() => Networks.Layers("small.yaml", Yaml)[0].ShouldBe(new Layer
    {
        Name = "conv",
        Kind = LayerKind.Convolution,
        InputChannels = 3,
        InputHeight = 33,
        InputWidth = 32,
        OutputChannels = 8,
        OutputHeight = 17,
        OutputWidth = 32,
        KernelHeight = 3,
        KernelWidth = 5,
        StrideHeight = 2,
        ZeroPadding = true,
        Pooling = new PoolingWindow(3, 2, 2, 2),
        TaskParameters = 3 * 8 * 3 * 5,
        AddsOperand = true,
    });

    [Fact]
    public void A_fully_connected_layer_covers_its_input() => Networks.Layers("small.yaml", Yaml)[1].ShouldSatisfyAllConditions(
        static layer => layer.Kind.ShouldBe(LayerKind.FullyConnected),
        static layer => (layer.KernelHeight, layer.KernelWidth, layer.OutputHeight, layer.OutputWidth).ShouldBe((8, 16, 1, 1)),
        static layer => layer.TaskParameters.ShouldBe(8 * 8 * 16 * 10));

    [Theory]
    [InlineData("r: 11, s: 11, stride_v: 4, stride_h: 4", 55)] // (224 - 11) / 4, rounded up, and 1: AlexNet's first layer in the workbook
    [InlineData("r: 3, s: 3", 222)]
    [InlineData("r: 7, s: 7, zero_padding: true, stride_v: 2, stride_h: 2", 112)]
    [InlineData("r: 3, s: 3, zero_padding: true, stride_v: 3, stride_h: 3", 75)]
    [InlineData("r: 7, s: 7, stride_v: 2, stride_h: 2, p: 112, q: 112", 112)]
    public void The_output_follows_the_rule_unless_it_is_stated(string shape, int output) =>
        Networks.Layers("a.yaml", $"name: a\nlayers: [{{ layer: a, kind: conv, c: 3, h: 224, w: 224, k: 8, {shape} }}]")
            .ShouldHaveSingleItem()
                .ShouldSatisfyAllConditions(layer => layer.OutputHeight.ShouldBe(output), layer => layer.OutputWidth.ShouldBe(output));

    [Fact]
    public void Parameters_are_those_of_the_groups() =>
        Networks.Layers("a.csv", "layer,kind,c,h,w,k,r,s,groups,zero_padding\ndw,conv,32,8,8,32,3,3,32,true\n")
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
            static layer => layer.TaskParameters.ShouldBe(32 * 9),
            static layer => layer.MultiplyAccumulates.ShouldBe(32 * 9 * 64));

    [Fact]
    public void Pooling_and_addition_have_no_parameters() =>
        Networks.Layers("a.csv", "layer,kind,c,h,w,r,s,stride_v,stride_h\np,pool,32,8,8,2,2,2,2\ne,elwise,32,4,4,,,,\n")
            .ShouldSatisfyAllConditions(
            static layers => layers.Sum(static layer => layer.TaskParameters + layer.MultiplyAccumulates).ShouldBe(0),
            static layers =>
                layers.Select(static layer => (layer.Kind, layer.AddsOperand, layer.OutputChannels, layer.OutputHeight))
                    .ShouldBe([(LayerKind.Pooling, false, 32, 4), (LayerKind.Elementwise, true, 32, 4)]));

    [Fact]
    public void A_csv_field_may_hold_commas_quotes_and_lines() =>
        Networks.Layers("a.csv", "layer,kind,c,k\r\n\"a \"\"b\"\",\r\nc\",fc,1,1\r\n")
            .ShouldHaveSingleItem().Name
            .ShouldBe("a \"b\",\r\nc");

    [Fact]
    public void A_csv_network_is_named_like_its_file() =>
        Networks.Read("mine.csv", "layer,kind,c,k\na,fc,1,1").Table.ShouldNotBeNull().Name.ShouldBe("mine");

    [Fact]
    public void A_byte_order_mark_is_passed_over() => Networks.Layers("a.csv", "\uFEFFlayer,kind,c,k\na,fc,1,1").Count.ShouldBe(1);
}
