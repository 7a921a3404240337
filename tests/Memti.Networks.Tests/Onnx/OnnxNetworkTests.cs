using Memti.Abstractions.Models;
using Memti.Networks.Layers;
using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Graphs become the layers that the accelerator runs.</summary>
public sealed class OnnxNetworkTests
{
    private static readonly Proto Same = Ints("pads", 1, 1, 1, 1);

    [Fact]
    public void ResNet50_as_a_graph_is_the_table_that_ships() =>
        OnnxNetworks.ResNet50().Layers().Select(Shape).ShouldBe(NetworkFile.Read(RepositoryFiles.Network("resnet50")).Layers.Select(Shape));

    [Fact]
    public void A_file_is_read_by_its_path_and_named_like_it()
    {
        using TemporaryFolder folder = new();
        NetworkTable network = NetworkFile.Read(folder.Write("small.onnx", OnnxNetworks.Small().ToBytes()));

        (network.Name, network.Sha256.Length).ShouldBe(("small", 64));
        network.Layers.Select(static layer => layer.Name).ShouldBe(["conv0", "conv3", "conv4", "matmul9"]);
    }

    [Fact]
    public void Weights_may_lie_in_another_file_or_in_a_constant() => new OnnxBuilder()
        .Input("x", 1, 4, 8, 8).External("w", 8, 4, 3, 3).Node("Conv", "x w", "a")
        .Node("Constant", "-", "v", FloatValue(16, 8, 1, 1)).Node("Conv", "a v", "b")
        .Layers().Select(static layer => (layer.OutputChannels, layer.TaskParameters)).ShouldBe([(8, 288), (16, 128)]);

    [Fact]
    public void A_tensor_that_two_nodes_multiply_with_is_stored_once() => new OnnxBuilder()
        .Input("x", 1, 8, 8, 8)
            .Weights("w", 8, 8, 3, 3)
            .Node("Conv", "x w", "a", Same)
            .Node("Identity", "w", "v")
            .Node("Conv", "a v", "b", Same)
        .Conv("b", "c", 8, 8, 3, Same).Node("Conv", "c w", "d", Same)
        .Layers().Select(static layer => (layer.WeightsOf, layer.TaskParameters, layer.StoredTaskParameters))
        .ShouldBe([(null, 576L, 576L), (0, 576L, 0L), (null, 576L, 576L), (0, 576L, 0L)]);

    [Fact]
    public void A_matrix_may_be_used_either_way_round() => new OnnxBuilder()
        .Input("x", 1, 100).Weights("w", 100, 20).Node("MatMul", "x w", "a").Node("Gemm", "a w", "b", Int("transB", 1))
        .Layers()
            .Select(static layer => (layer.OutputChannels, layer.WeightsOf, layer.StoredTaskParameters))
            .ShouldBe([(20, null, 2000L), (100, 0, 0L)]);

    [Fact]
    public void A_bias_or_a_scale_that_is_shared_changes_nothing() => new OnnxBuilder()
        .Input("x", 1, 8, 8, 8)
            .Weights("b", 8)
            .Weights("v", 8, 8, 1, 1)
            .Weights("w", 8, 8, 1, 1)
            .Node("Conv", "x v b", "a")
            .Node("Conv", "a w b", "c")
        .Layers().Select(static layer => layer.WeightsOf).ShouldBe([null, null]);

    [Fact]
    public void A_graph_of_an_old_format_lists_initializers_as_inputs_too() => new OnnxBuilder()
        .Input("x", 1, 4, 8, 8).Input("a.w", 8, 4, 1, 1).Conv("x", "a", 8, 4, 1).Layers().Count.ShouldBe(1);

    [Theory]
    [InlineData("NOTSET", 1, 1, 32)]
    [InlineData("SAME_UPPER", 0, 1, 32)]
    [InlineData("SAME_LOWER", 0, 2, 16)]
    [InlineData("VALID", 0, 1, 30)]
    [InlineData("NOTSET", 0, 2, 15)]
    [InlineData("NOTSET", 2, 1, 34)]
    public void The_output_follows_pads_and_strides(string padding, int pad, int stride, int output) => new OnnxBuilder()
        .Input("x", 1, 3, 32, 32)
            .Conv("x", "a", 8, 3, 3, Text("auto_pad", padding), Ints("pads", pad, pad, pad, pad), Ints("strides", stride, stride))
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => (layer.OutputHeight, layer.OutputWidth).ShouldBe((output, output)),
            layer => layer.ZeroPadding.ShouldBe(output == (32 + stride - 1) / stride));

    [Theory]
    [InlineData(2, 2, 32)]
    [InlineData(2, 0, 28)]
    [InlineData(6, 6, 32)]
    public void A_dilated_kernel_keeps_its_weights_and_states_its_output(int dilation, int pad, int output) => new OnnxBuilder()
        .Input("x", 1, 3, 32, 32).Conv("x", "a", 8, 3, 3, Ints("dilations", dilation, dilation), Ints("pads", pad, pad, pad, pad))
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => (layer.KernelHeight, layer.OutputHeight, layer.TaskParameters).ShouldBe((3, output, 216)));

    [Theory]
    [InlineData(1, 3, 38, 36)]
    [InlineData(4, 8, 48, 40)]
    public void Padding_of_a_kernel_and_more_is_part_of_the_map(int dilation, int pad, int input, int output) => new OnnxBuilder()
        .Input("x", 1, 3, 32, 32).Conv("x", "a", 8, 3, 3, Ints("dilations", dilation, dilation), Ints("pads", pad, pad, pad, pad))
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => (layer.InputHeight, layer.OutputHeight, layer.TaskParameters).ShouldBe((input, output, 216)));

    [Fact]
    public void A_depthwise_convolution_has_a_group_for_each_channel() => new OnnxBuilder()
        .Input("x", 1, 32, 8, 8).Conv("x", "a", 32, 1, 3, Int("group", 32), Same)
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => (layer.Groups, layer.TaskParameters, layer.MultiplyAccumulates).ShouldBe((32, 288, 288 * 64)));

    [Theory]
    [InlineData("MaxPool", 2, 2, 0, 0, 8)]
    [InlineData("AveragePool", 3, 2, 0, 1, 8)] // rounded up, as the accelerator does
    [InlineData("MaxPool", 3, 2, 1, 0, 8)] // padded on both sides, of which the last window needs none
    public void Pooling_right_behind_a_convolution_is_fused(string type, int kernel, int stride, int pad, int ceiling, int output) =>
        new OnnxBuilder()
        .Input("x", 1, 3, 16, 16).Conv("x", "a", 8, 3, 3, Same).Node("Relu", "a", "r")
        .Node(
            type,
            "r",
            "p",
            Ints("kernel_shape", kernel, kernel),
            Ints("strides", stride, stride),
            Ints("pads", pad, pad, pad, pad),
            Int("ceil_mode", ceiling))
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            layer => layer.Pooling.ShouldBe(new PoolingWindow(kernel, kernel, stride, stride)),
            layer => layer.StoredHeight.ShouldBe(output));

    [Fact]
    public void Global_pooling_is_a_window_over_everything() => new OnnxBuilder()
        .Input("x", 1, 3, 16, 8).Conv("x", "a", 8, 3, 3, Same).Node("GlobalAveragePool", "a", "p")
        .Layers().ShouldHaveSingleItem().Pooling.ShouldBe(new PoolingWindow(16, 8, 16, 8));

    [Fact]
    public void Pooling_of_another_size_than_the_accelerators_is_a_layer() => new OnnxBuilder()
        .Input("x", 1, 3, 16, 16).Conv("x", "a", 8, 3, 3, Same).Node("MaxPool", "a", "p", Ints("kernel_shape", 3, 3), Ints("strides", 2, 2))
        .Layers().Select(static layer => (layer.Kind, layer.OutputHeight)).ShouldBe([(LayerKind.Convolution, 16), (LayerKind.Pooling, 7)]);

    [Fact]
    public void Pooling_of_what_others_read_too_is_a_layer() => new OnnxBuilder()
        .Input("x", 1, 3, 16, 16).Conv("x", "a", 8, 3, 3, Same)
        .Node("MaxPool", "a", "p", Ints("kernel_shape", 2, 2), Ints("strides", 2, 2)).Conv("a", "b", 8, 8, 1)
        .Layers()
            .Select(static layer => (layer.Kind, layer.SharesInput))
            .ShouldBe([(LayerKind.Convolution, false), (LayerKind.Pooling, false), (LayerKind.Convolution, true)]);

    [Fact]
    public void A_sum_is_taken_by_the_later_convolution() => new OnnxBuilder()
        .Input("x", 1, 8, 16, 16)
            .Conv("x", "a", 8, 8, 3, Same)
            .Conv("a", "b", 8, 8, 3, Same)
            .Node("Add", "a b", "s")
            .Node("Relu", "s", "r")
            .Conv("r", "c", 8, 8, 1)
        .Layers().Select(static layer => layer.AddsOperand).ShouldBe([false, true, false]);

    [Fact]
    public void A_sum_of_a_convolution_that_others_read_too_is_a_layer() => new OnnxBuilder()
        .Input("x", 1, 8, 16, 16).Conv("x", "a", 8, 8, 3, Same).Node("Add", "a x", "s").Conv("a", "b", 8, 8, 1)
        .Layers()
            .Select(static layer => (layer.Kind, layer.AddsOperand))
            .ShouldBe([(LayerKind.Convolution, false), (LayerKind.Elementwise, true), (LayerKind.Convolution, false)]);

    [Fact]
    public void A_second_sum_is_a_layer() => new OnnxBuilder()
        .Input("x", 1, 8, 16, 16).Conv("x", "a", 8, 8, 3, Same).Node("Sum", "a x", "s").Node("Add", "s x", "t")
        .Layers().Select(static layer => layer.Kind).ShouldBe([LayerKind.Convolution, LayerKind.Elementwise]);

    [Fact]
    public void A_tensor_gated_by_itself_costs_nothing() => new OnnxBuilder()
        .Input("x", 1, 8, 16, 16)
            .Conv("x", "a", 8, 8, 3, Same)
            .Node("Sigmoid", "a", "g")
            .Node("Mul", "a g", "m")
            .Node("MaxPool", "m", "p", Ints("kernel_shape", 2, 2), Ints("strides", 2, 2))
        .Layers().ShouldHaveSingleItem().Pooling.ShouldNotBeNull();

    [Fact]
    public void Scales_and_biases_are_folded_away() => new OnnxBuilder()
        .Input("x", 1, 8, 16, 16).Weights("s", 8, 1, 1).Weights("t", 1).Conv("x", "a", 8, 8, 1)
        .Node("Mul", "a s", "b").Node("Add", "t b", "c").Node("Div", "c t", "d").Node("Sub", "d t", "e").Layers().Count.ShouldBe(1);

    [Fact]
    public void A_flattened_map_is_covered_by_a_kernel() => new OnnxBuilder()
        .Input("x", 1, 8, 4, 2).Conv("x", "a", 16, 8, 1).Node("Flatten", "a", "f").Weights("w", 128, 10).Node("Gemm", "f w", "y")
        .Layers()[1].ShouldSatisfyAllConditions(
            static layer => layer.Kind.ShouldBe(LayerKind.FullyConnected),
            static layer =>
                (layer.InputChannels, layer.KernelHeight, layer.KernelWidth, layer.OutputChannels, layer.TaskParameters).ShouldBe(
                    (16, 4, 2, 10, 1280)));

    [Fact]
    public void Branches_that_read_one_tensor_share_it_and_are_joined() => new OnnxBuilder()
        .Input("x", 1, 8, 16, 16)
            .Conv("x", "a", 4, 8, 1)
            .Conv("x", "b", 6, 8, 1)
            .Node("Concat", "a b", "j", Int("axis", -3))
            .Conv("j", "c", 2, 10, 1)
        .Layers().Select(static layer => (layer.InputChannels, layer.SharesInput)).ShouldBe([(8, false), (8, true), (10, false)]);

    /// <summary>All but the name and the padding of 1x1 kernels, which need none.</summary>
    private static Layer Shape(Layer layer) =>
        layer with { Name = "", ZeroPadding = layer.ZeroPadding || layer is { KernelHeight: 1, KernelWidth: 1 } };
}
