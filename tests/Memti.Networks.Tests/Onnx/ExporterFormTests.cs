using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Layers;
using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>How what exporters write becomes layers, and what is said of what does not.</summary>
public sealed class ExporterFormTests
{
    private static readonly Proto Same = Ints("pads", 1, 1, 1, 1);

    [Theory]
    [InlineData(null, "x=1x3x32x32", null)]
    [InlineData(null, null, "'height'")]
    public void Sizes_that_a_file_leaves_open_are_said_by_the_user(int? batch, string? shape, string? open)
    {
        NetworkInputs.Read(shape is null ? [] : [shape], out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes).ShouldBeNull();
        OnnxBuilder graph = new OnnxBuilder { Inputs = new NetworkInputs { Batch = batch, Shapes = shapes } }
            .Input("x", -1, 3, -1, -1).Conv("x", "y", 8, 3, 3, Same);

        if (open is null)
            graph.Layers().ShouldHaveSingleItem().MultiplyAccumulates.ShouldBe(221_184);
        else
            graph.Error().ShouldSatisfyAllConditions(
                static finding => (finding.Code, finding.Key).ShouldBe((NetworkCodes.OnnxShape, "x")),
                static finding => finding.Permitted.ShouldNotBeNull().ShouldContain("--input x=1x3xSIZExSIZE"));
    }

    [Fact]
    public void A_batch_that_is_not_said_is_refused_with_what_helps() =>
        new OnnxBuilder().Input("x", 8, 3, 32, 32).Conv("x", "y", 8, 3, 3).Error().Permitted.ShouldNotBeNull().ShouldContain("--batch 8");

    [Fact]
    public void An_input_that_is_not_there_is_refused()
    {
        NetworkInputs.Read(["images=1x3x8x8"], out IReadOnlyDictionary<string, IReadOnlyList<long>> shapes);
        Diagnostic finding = new OnnxBuilder { Inputs = new NetworkInputs { Shapes = shapes } }
            .Input("image", 1, 3, 8, 8).Conv("image", "y", 8, 3, 3).Error();

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((NetworkCodes.OnnxInput, "images", "image"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("=1x3")]
    [InlineData("x=")]
    [InlineData("x=1x0")]
    [InlineData("x=1x-3")]
    [InlineData("x=1x2147483648")]
    [InlineData("x=1x3x")]
    [InlineData("x=1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1x1")]
    public void A_text_that_is_no_shape_is_refused(string text) => NetworkInputs.Read([text], out _).ShouldBe(text);

    [Fact]
    public void A_layer_table_takes_no_batch()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("a.csv", "layer,kind,c,k\nfc,fc,1,1\n");

        NetworkFile.Examine(file, "a.csv", new NetworkInputs { Batch = 2 }).Findings.ShouldHaveSingleItem().Code
            .ShouldBe(NetworkCodes.OnnxInput);
    }

    [Fact]
    public void Weights_may_be_inputs() => new OnnxBuilder().Input("x", 1, 3, 32, 32).Input("w", 8, 3, 3, 3).Node("Conv", "x w", "y", Same)
        .Layers().ShouldHaveSingleItem().TaskParameters.ShouldBe(216);

    [Fact]
    public void A_gate_of_another_tensor_is_a_layer_of_its_own() => new OnnxBuilder().Input("x", 1, 8, 32, 32)
        .Conv("x", "c", 8, 8, 3, Same).Node("GlobalAveragePool", "c", "p").Conv("p", "e", 8, 8, 1).Node("Sigmoid", "e", "g")
        .Node("Mul", "c g", "m").Conv("m", "y", 8, 8, 1)
        .Layers().Select(static layer => (layer.Kind, layer.OutputHeight))
        .ShouldBe([
            (LayerKind.Convolution, 32), (LayerKind.Pooling, 1), (LayerKind.Convolution, 1), (LayerKind.Elementwise, 32),
            (LayerKind.Convolution, 32),
        ]);

    [Fact]
    public void Zeros_around_a_map_are_those_of_the_window() => new OnnxBuilder().Input("x", 1, 3, 32, 32)
        .Numbers("pads", 0, 0, 0, 0, 0, 0, 1, 1).Node("Pad", "x pads", "p").Conv("p", "y", 8, 3, 3, Ints("strides", 2, 2))
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => (layer.InputHeight, layer.OutputHeight, layer.ZeroPadding).ShouldBe((32, 16, true)));

    [Fact]
    public void A_mean_over_rows_and_columns_is_fused_like_pooling() => new OnnxBuilder().Input("x", 1, 3, 16, 8)
        .Conv("x", "c", 8, 3, 3, Same).Node("ReduceMean", "c", "p", Ints("axes", -2, -1), Int("keepdims", 0))
        .Layers().ShouldHaveSingleItem().Pooling.ShouldBe(new PoolingWindow(16, 8, 16, 8));

    [Fact]
    public void A_sum_of_maps_with_channels_last_is_fused() => new OnnxBuilder().Input("x", 1, 8, 16, 16)
        .Conv("x", "a", 8, 8, 3, Same).Conv("a", "b", 8, 8, 3, Same)
        .Node("Transpose", "a", "at", Ints("perm", 0, 2, 3, 1)).Node("Transpose", "b", "bt", Ints("perm", 0, 2, 3, 1))
        .Node("Add", "at bt", "y")
        .Layers().Select(static layer => layer.AddsOperand).ShouldBe([false, true]);

    [Fact]
    public void Steps_are_columns_of_a_pointwise_convolution() => new OnnxBuilder().Input("x", 1, 50, 64).Weights("w", 64, 128)
        .Node("MatMul", "x w", "y")
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => layer.Kind.ShouldBe(LayerKind.Convolution),
            static layer => (layer.InputChannels, layer.InputHeight, layer.InputWidth, layer.OutputChannels).ShouldBe((64, 1, 50, 128)));

    [Fact]
    public void What_stands_behind_the_last_layer_is_left_out_with_a_warning()
    {
        NetworkResult result = new OnnxBuilder().Input("x", 1, 3, 32, 32).Conv("x", "c", 8, 3, 3)
            .Node("NonMaxSuppression", "c", "n").Node("Relu", "n", "y").Read();

        result.Table.ShouldNotBeNull().Layers.Count.ShouldBe(1);
        result.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static finding => (finding.Code, finding.Severity).ShouldBe((NetworkCodes.OnnxLeftOut, Severity.Warning)),
            static finding => finding.Message.ShouldContain("'nonmaxsuppression1' (NonMaxSuppression)"));
    }

    [Fact]
    public void Quantisers_of_other_domains_are_passed() => new OnnxBuilder().Input("x", 1, 3, 32, 32).Weights("w", 8, 3, 3, 3)
        .Reals("s", [1f]).Node("Quant", "qonnx.custom_op.general", "w s s s", "wq").Node("Conv", "x wq", "c", Same)
        .Node("BipolarQuant", "onnx.brevitas", "c s", "q")
            .Node("MultiThreshold", "finn.custom_op.general", "q s", "m").Conv("m", "y", 8, 8, 1)
        .Layers().Select(static layer => layer.TaskParameters).ShouldBe([216, 64]);

    /// <summary>As FINN lowers convolutions: channels last, the patches of a window, and a product with them.</summary>
    [Theory]
    [InlineData("qonnx.custom_op.general")]
    [InlineData("finn.custom_op.general")]
    public void A_product_with_the_patches_of_a_window_is_a_convolution(string domain) => new OnnxBuilder().Input("x", 1, 3, 32, 30)
        .Node("Transpose", "x", "t", Ints("perm", 0, 2, 3, 1))
        .Node(
            "Im2Col", domain, "t", "p", Ints("kernel_size", 3, 5), Ints("stride", 2, 1), Ints("pad_amount", 1, 2, 1, 2),
            Text("input_shape", "(1,32,30,3)"))
        .Weights("w", 45, 8).Node("MatMul", "p w", "m").Node("MultiThreshold", domain, "m s", "q").Reals("s", [1f])
        .Node("Transpose", "q", "u", Ints("perm", 0, 3, 1, 2)).Conv("u", "y", 4, 8, 1)
        .Layers().Select(static layer => (layer.Kind, layer.InputChannels, layer.KernelHeight, layer.KernelWidth, layer.StrideHeight,
            layer.OutputHeight, layer.OutputWidth, layer.MultiplyAccumulates, layer.TaskParameters))
        .ShouldBe([
            (LayerKind.Convolution, 3, 3, 5, 2, 16, 30, 16L * 30 * 45 * 8, 360L),
            (LayerKind.Convolution, 8, 1, 1, 1, 16, 30, 16L * 30 * 8 * 4, 32L),
        ]);

    [Fact]
    public void A_product_with_depthwise_patches_stores_a_filter_for_each_channel() => new OnnxBuilder().Input("x", 1, 16, 16, 8)
        .Node("Im2Col", "qonnx.custom_op.general", "x", "p", Ints("kernel_size", 3, 3), Ints("stride", 1, 1),
            Ints("pad_amount", 1, 1, 1, 1), Ints("dilations", 1, 1), Int("depthwise", 1))
        .Weights("w", 72, 8).Node("MatMul", "p w", "y")
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => (layer.Groups, layer.TaskParameters, layer.MultiplyAccumulates).ShouldBe((8, 72, 256 * 72)));

    [Fact]
    public void The_first_form_of_patches_has_one_number_for_rows_and_columns() => new OnnxBuilder().Input("x", 1, 16, 16, 8)
        .Node("Im2Col", "finn.custom_op.general", "x", "p", Int("kernel_size", 3), Int("stride", 2), Int("pad_amount", 1))
        .Weights("w", 72, 4).Node("MatMul", "p w", "y")
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => (layer.OutputHeight, layer.KernelWidth, layer.TaskParameters).ShouldBe((8, 3, 288)));

    [Fact]
    public void Patches_that_are_moved_before_the_product_are_an_ordinary_tensor() => new OnnxBuilder().Input("x", 1, 8, 8, 3)
        .Node("Im2Col", "qonnx.custom_op.general", "x", "p", Ints("kernel_size", 3, 3), Ints("stride", 1, 1))
        .Numbers("s", 36, 27).Node("Reshape", "p s", "r").Weights("w", 27, 4).Node("MatMul", "r w", "y")
        .Layers().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            static layer => (layer.InputChannels, layer.KernelHeight, layer.TaskParameters).ShouldBe((27, 1, 108)),
            static layer => layer.MultiplyAccumulates.ShouldBe(36 * 108));

    /// <summary>As QONNX turns a graph to channels last: weights are turned too.</summary>
    [Fact]
    public void Operators_of_the_domain_of_channels_last_have_maps_and_weights_with_channels_last()
    {
        const string Last = "qonnx.custom_op.channels_last";
        new OnnxBuilder().Input("x", 1, 3, 32, 16).Node("Transpose", "x", "t", Ints("perm", 0, 2, 3, 1))
            .Weights("w", 8, 3, 5, 3).Weights("n", 8).Weights("v", 4, 1, 1, 8)
            .Node("Conv", Last, "t w", "c", Ints("kernel_shape", 3, 5), Ints("strides", 1, 1), Ints("pads", 1, 2, 1, 2),
                Ints("dilations", 1, 1), Int("group", 1))
            .Node("BatchNormalization", Last, "c n n n n", "b").Node("Relu", "b", "r")
            .Node("MaxPool", Last, "r", "p", Ints("kernel_shape", 2, 2), Ints("strides", 2, 2), Ints("pads", 0, 0, 0, 0))
            .Node("Conv", Last, "p v", "d", Ints("kernel_shape", 1, 1), Ints("strides", 1, 1), Ints("pads", 0, 0, 0, 0))
            .Node("QuantAvgPool2d", "qonnx.custom_op.general", "d", "a", Int("kernel", 2), Int("stride", 2), Text("data_layout", "NHWC"))
            .Node("MaxPoolNHWC", "qonnx.custom_op.general", "a", "y", Ints("kernel_shape", 8, 4), Ints("strides", 8, 4),
                Ints("pads", 0, 0, 0, 0))
            .Layers().Select(static layer => (layer.InputChannels, layer.KernelHeight, layer.KernelWidth, layer.StoredHeight,
                layer.StoredWidth, layer.TaskParameters))
            .ShouldBe([(3, 3, 5, 16, 8, 360L), (8, 1, 1, 8, 4, 32L), (4, 8, 4, 1, 1, 0L)]);
    }

    [Fact]
    public void A_binary_product_is_a_layer() => new OnnxBuilder().Input("x", 1, 64).Weights("w", 64, 10)
        .Node("XnorPopcountMatMul", "qonnx.custom_op.general", "x w", "y").Layers().ShouldHaveSingleItem().TaskParameters.ShouldBe(640);

    [Fact]
    public void Weights_in_one_place_of_another_file_are_stored_once() => new OnnxBuilder().Input("x", 1, 8, 8, 8)
        .Placed("v", 0, 8, 8, 1, 1).Placed("w", 0, 8, 8, 1, 1).Placed("u", 256, 8, 8, 1, 1)
        .Node("Conv", "x v", "a").Node("Conv", "a w", "b").Node("Conv", "b u", "y")
        .Layers().Select(static layer => layer.WeightsOf).ShouldBe([null, 0, null]);

    [Fact]
    public void Layers_of_functions_are_named_after_the_call() => new OnnxBuilder().Input("x", 1, 8, 8, 8).Weights("w", 8, 8, 1, 1)
        .Function("own", "Block", "x w", "y", ("Conv", "x w", "y", []))
        .Node("Block", "own", "x w", "a").Node("Block", "own", "a w", "b")
        .Layers().Select(static layer => (layer.Name, layer.WeightsOf)).ShouldBe([("block0/y", null), ("block1/y", 0)]);
}
