using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Networks.Codes;
using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Graphs that cannot be read: each has a code and names the node or tensor.</summary>
public sealed class OnnxFindingTests
{
    private static OnnxBuilder Graph => new OnnxBuilder().Input("x", 1, 8, 16, 16);

    [Theory]
    [InlineData("Det", "", "operator Det")]
    [InlineData("Conv", "com.example", "operator com.example.Conv")]
    [InlineData("", "", "operator ")]
    public void An_operator_that_is_not_supported_is_named(string type, string domain, string value)
    {
        Diagnostic finding = Graph.Node(type, domain, "x", "y").Error();

        (finding.Code, finding.File, finding.Key, finding.Value).ShouldBe(
            (NetworkCodes.OnnxOperator, "a.onnx", type.ToLowerInvariant() + "0", value));
        finding.Permitted.ShouldNotBeNull().ShouldContain("Conv, ConvInteger");
        finding.Message.ShouldContain("of x 1x8x16x16)");
    }

    [Fact]
    public void Computed_weights_are_refused() => Graph.Conv("x", "a", 8, 8, 1).Node("Conv", "x a", "b").Error().ShouldSatisfyAllConditions(
        static finding => finding.Code.ShouldBe(NetworkCodes.OnnxOperator),
        static finding => finding.Key.ShouldBe("conv1"));

    [Fact]
    public void A_matrix_product_of_two_computed_tensors_is_refused() =>
        Graph.Conv("x", "a", 8, 8, 1).Node("MatMul", "x a", "b").Error().Code.ShouldBe(NetworkCodes.OnnxOperator);

    [Theory]
    [InlineData("LSTM")]
    [InlineData("Einsum")]
    public void What_computes_with_weights_is_refused_even_behind_the_last_layer(string type) =>
        Graph.Conv("x", "a", 8, 8, 1).Node(type, "a", "b").Error().ShouldSatisfyAllConditions(
            static finding => finding.Code.ShouldBe(NetworkCodes.OnnxOperator),
            finding => finding.Message.ShouldContain($"{type} of a 1x8x16x16"));

    [Fact]
    public void An_unknown_operator_with_stored_weights_is_refused() =>
        Graph.Conv("x", "a", 8, 8, 1).External("w", 64, 64).Node("Dense", "com.example", "a w", "b").Error().Code
            .ShouldBe(NetworkCodes.OnnxOperator);

    [Fact]
    public void An_operator_that_is_left_out_is_named_where_a_layer_needs_it()
    {
        Diagnostic finding = Graph.Conv("x", "a", 8, 8, 1).Node("Det", "a", "b").Node("Relu", "b", "c").Conv("c", "d", 8, 8, 1).Error();

        (finding.Code, finding.Key).ShouldBe((NetworkCodes.OnnxOperator, "det1"));
    }

    [Fact]
    public void A_function_that_calls_itself_is_refused() =>
        Graph.Conv("x", "a", 8, 8, 1)
            .Function("own", "F", "x", "y", ("own:F", "x", "y", []))
            .Node("F", "own", "a", "b").Error().Code
            .ShouldBe(NetworkCodes.OnnxGraph);

    [Fact]
    public void Functions_that_multiply_beyond_all_measure_are_refused()
    {
        OnnxBuilder graph = Graph.Conv("x", "a", 8, 8, 1).Function("own", "F0", "x", "y", ("Relu", "x", "y", []));
        for (int level = 1; level <= 24; level++)
            graph.Function(
                "own", $"F{level}", "x", "y", ($"own:F{level - 1}", "x", "z", []), ($"own:F{level - 1}", "z", "y", []));

        graph.Node("F24", "own", "a", "b").Error().Code.ShouldBe(NetworkCodes.NetworkTooLarge);
    }

    [Fact]
    public void A_shape_that_is_computed_is_refused() =>
        Graph.Input("s", 1).Node("Reshape", "x s", "b").Error().Code.ShouldBe(NetworkCodes.OnnxOperator);

    [Theory]
    [InlineData("x missing", "missing")]
    [InlineData("later a.w", "later")]
    [InlineData("b a.w", "b")]
    public void A_tensor_that_is_not_there_is_named(string inputs, string tensor)
    {
        Diagnostic finding = Graph.Weights("a.w", 8, 8, 1, 1).Node("Conv", inputs, "b").Conv("b", "later", 8, 8, 1).Error();

        (finding.Code, finding.Key).ShouldBe((NetworkCodes.OnnxGraph, tensor));
    }

    [Fact]
    public void Two_nodes_that_give_one_tensor_are_refused() =>
        Graph.Conv("x", "a", 8, 8, 1).Node("Relu", "x", "a").Error().Code.ShouldBe(NetworkCodes.OnnxGraph);

    [Fact]
    public void A_node_that_gives_an_initializer_is_refused() =>
        Graph.Weights("a", 1).Node("Relu", "x", "a").Error().Code.ShouldBe(NetworkCodes.OnnxGraph);

    [Fact]
    public void A_graph_without_layers_is_refused() => Graph.Node("Relu", "x", "y").Error().Code.ShouldBe(NetworkCodes.OnnxGraph);

    [Theory]
    [InlineData("8 8 16 16")] // a batch
    [InlineData("1 8 -1 16")] // a height without a number
    [InlineData("1 8 16")]
    [InlineData("1 8 0 16")]
    [InlineData("1 4 16 16")] // not the channels of the weights
    [InlineData("1 8 4294967296 4294967296")]
    [InlineData("1 8 9223372036854775807 9223372036854775807")]
    [InlineData("1 8 2 2")] // smaller than the kernel
    public void A_shape_that_does_not_fit_is_refused(string dims) =>
        new OnnxBuilder().Input("x", Numbers(dims)).Conv("x", "a", 8, 8, 3).Error().Code.ShouldBe(NetworkCodes.OnnxShape);

    [Theory]
    [InlineData("strides", "0 1")]
    [InlineData("strides", "1")]
    [InlineData("strides", "1 1 1")]
    [InlineData("dilations", "1 9223372036854775807")]
    [InlineData("pads", "0 0 0 -1")]
    [InlineData("pads", "1 1")]
    [InlineData("kernel_shape", "5 5")]
    public void An_attribute_that_cannot_be_is_refused(string name, string values) =>
        Graph.Conv("x", "a", 8, 8, 3, Ints(name, Numbers(values))).Error().ShouldSatisfyAllConditions(
            static finding => finding.Code.ShouldBe(NetworkCodes.OnnxShape),
            static finding => finding.Key.ShouldBe("conv0"));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Groups_that_do_not_divide_are_refused(long groups) =>
        Graph.Conv("x", "a", 8, 8, 1, Int("group", groups)).Error().Code.ShouldBe(NetworkCodes.OnnxShape);

    [Fact]
    public void A_padding_rule_that_is_unknown_is_refused() =>
        Graph.Conv("x", "a", 8, 8, 3, Text("auto_pad", "SOME")).Error().Code.ShouldBe(NetworkCodes.OnnxOperator);

    [Fact]
    public void A_layer_beyond_all_measure_is_refused() =>
        new OnnxBuilder().Input("x", 1, 1000, 30000, 30000)
            .External("w", 1000, 1000, 3, 3)
            .Node("Conv", "x w", "a")
            .Error().Code
            .ShouldBe(NetworkCodes.NetworkTooLarge);

    [Theory]
    [InlineData("3 256")]
    [InlineData("0 0 0 0 2")]
    [InlineData("-1 -1")]
    [InlineData("-2 1024")]
    [InlineData("9223372036854775807 9223372036854775807")]
    public void A_reshape_that_changes_the_number_of_values_is_refused(string shape) =>
        Graph.Numbers("s", Numbers(shape)).Node("Reshape", "x s", "y").Error().Code.ShouldBe(NetworkCodes.OnnxShape);

    [Fact]
    public void Tensors_that_cannot_be_joined_or_added_are_refused()
    {
        Graph.Conv("x", "a", 4, 8, 3).Node("Concat", "x a", "j", Int("axis", 1)).Error().Code.ShouldBe(NetworkCodes.OnnxShape);
        Graph.Conv("x", "a", 4, 8, 1).Node("Add", "x a", "j").Error().Code.ShouldBe(NetworkCodes.OnnxShape);
        Graph.Node("Concat", "x", "j", Int("axis", 4)).Error().Code.ShouldBe(NetworkCodes.OnnxShape);
        Graph.Weights("w", 10, 10).Node("MatMul", "x w", "j").Error().Code.ShouldBe(NetworkCodes.OnnxShape);
    }

    [Fact]
    public void A_value_out_of_the_range_of_a_table_is_refused() =>
        new OnnxBuilder().Input("x", 1, 2_000_000)
            .Weights("w", 2_000_000, 1)
            .Node("MatMul", "x w", "y")
            .Error().Code
            .ShouldBe(NetworkCodes.OnnxShape);

    private static long[] Numbers(string text) =>
        [.. text.Split(' ').Select(static number => long.Parse(number, CultureInfo.InvariantCulture))];
}
