using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Networks.Codes;
using Memti.Networks.Inputs;
using Memti.Networks.Onnx.Trainable;
using Memti.Networks.Onnx.Writing;
using Microsoft.ML.OnnxRuntime;
using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Graphs of ONNX files that can be trained compute what ONNX Runtime computes with the file, as does what is written.</summary>
public sealed class TrainableGraphTests
{
    private const double Tolerance = 1e-4;

    public static TheoryData<string> Operators =>
    [
        "Relu", "Sigmoid", "HardSwish", "Tanh", "Softplus", "Elu", "LeakyRelu", "HardSigmoid", "Clip", "Clip max", "MaxPool",
        "MaxPool ceil", "AveragePool", "AveragePool pad", "GlobalMaxPool", "ReduceMean", "ReduceMax", "Transpose", "Slice", "Split",
        "Concat", "Pad",
        "Resize", "LRN", "Swish", "Add scalar", "Mul channels", "Sub reversed", "Div", "Max", "Reshape", "Shuffle", "Gate", "Grouped",
        "Dilated", "Same upper", "Same lower", "Dropout", "Sum of three",
    ];

    [Theory]
    [MemberData(nameof(Operators))]
    public void An_operator_between_two_layers_computes_what_it_does_in_onnx_runtime(string name) =>
        Compare(Head(Between(name, Stem()), "m"), [1, 3, 9, 8]);

    [Fact]
    public void A_file_of_its_own_weights_keeps_their_names_and_roles()
    {
        NetworkGraph graph = Read(Head(Stem().Node("Relu", "n", "m"), "m"));

        graph.InputShape.ShouldBe([3, 9, 8]);
        graph.Parameters.Select(static parameter => $"{parameter.Name} {parameter.Role}").ShouldBe(
        [
            "c.w Kernel", "n.scale NormScale", "n.shift NormShift", "n.mean NormMean", "n.var NormVariance",
            "fc.w ClassifierWeight", "fc.b ClassifierBias",
        ]);
        graph.Parameters[^2].Shape.ShouldBe([5, 6]);
    }

    [Fact]
    public void A_matrix_product_and_a_row_are_one_layer_with_bias()
    {
        OnnxBuilder file = Stem().Node("GlobalAveragePool", "n", "g").Node("Flatten", "g", "f");
        Random(file, "w", 6, 4);
        Random(file, "b", 4);
        file.Node("MatMul", "f w", "y0").Node("Add", "y0 b", "y").Output("y");

        Compare(file, [1, 3, 9, 8]);
        Read(file).Nodes[^1].Operation.ShouldBeOfType<FullyConnected>();
    }

    [Fact]
    public void The_network_ends_before_its_softmax()
    {
        NetworkGraph graph = Read(Head(Stem().Node("Relu", "n", "m"), "m", "logits").Node("Softmax", "logits", "p", Int("axis", 1)), "p");

        graph.Output.ShouldBe("logits");
    }

    [Fact]
    public void An_image_with_channels_last_is_taken_with_channels_in_front()
    {
        OnnxBuilder file = new OnnxBuilder().Input("x", 1, 9, 8, 3).Node("Transpose", "x", "t", Ints("perm", 0, 3, 1, 2));
        Random(file, "w", 6, 3, 3, 3);

        NetworkGraph graph = Read(Head(file.Node("Conv", "t w", "m"), "m"));

        graph.InputShape.ShouldBe([3, 9, 8]);
        graph.Input.ShouldBe("t");
    }

    [Theory]
    [InlineData(16)]
    [InlineData(24)]
    public void A_graph_is_read_at_the_size_of_the_images(int px)
    {
        using MemoryStream stream = new(Head(Stem().Node("Relu", "n", "m"), "m").ToBytes());

        OnnxGraphFile.Read(stream, "a.onnx", ".", NetworkInputs.None, px).InputShape.ShouldBe([3, px, px]);
    }

    [Fact]
    public void A_graph_ends_at_a_value_that_is_named_whatever_follows()
    {
        // The pooling does not fit a map of 8 pixels: what is cut off need not fit.
        byte[] file = Stem().Node("Relu", "n", "m").Node("AveragePool", "m", "p", Ints("kernel_shape", 70, 70)).Output("p").ToBytes();

        OnnxGraphFile.Read(new MemoryStream(file), "a.onnx", ".", NetworkInputs.None, 8, "m").Output.ShouldBe("m");

        Diagnostic finding = Should.Throw<MemtiException>(
            () => OnnxGraphFile.Read(new MemoryStream(file), "a.onnx", ".", NetworkInputs.None, 8, "mm")).Diagnostic;
        (finding.Code, finding.Key, finding.Permitted).ShouldBe((NetworkCodes.NotTrainable, "mm", "m"));
    }

    [Theory]
    [InlineData("Sin", "operator Sin")]
    [InlineData("InstanceNormalization", "operator InstanceNormalization")]
    public void An_operator_without_a_gradient_here_is_refused_by_node(string type, string value)
    {
        OnnxBuilder file = Stem();
        Random(file, "s", 6);
        file.Node(type, type == "Sin" ? "n" : "n s s", "m");

        Diagnostic finding = Error(Head(file, "m"));

        finding.Code.ShouldBe(NetworkCodes.NotTrainable);
        finding.Value.ShouldBe(value);
        finding.Key.ShouldStartWith(type.ToLowerInvariant());
        finding.File.ShouldBe("a.onnx");
    }

    [Fact]
    public void A_second_image_is_refused()
    {
        OnnxBuilder file = Stem().Input("other", 1, 6, 9, 8).Node("Add", "n other", "m");

        Error(Head(file, "m")).Code.ShouldBe(NetworkCodes.NotTrainable);
    }

    [Fact]
    public void Weights_that_the_file_cuts_off_are_refused()
    {
        OnnxBuilder file = new OnnxBuilder().Input("x", 1, 3, 9, 8).Weights("w", 6, 3, 9, 3).Node("Conv", "x w", "m");

        Error(Head(file, "m")).Code.ShouldBe(NetworkCodes.WeightsUnreadable);
    }

    [Theory]
    [InlineData("weights.bin")]
    [InlineData("../weights.bin")]
    [InlineData("/etc/passwd")]
    public void Weights_in_other_files_come_from_the_folder_alone(string place)
    {
        using var folder = new TemporaryFolder();
        string inner = folder.Path("inner");
        byte[] bytes = [.. Enumerable.Range(0, 27).SelectMany(static index => BitConverter.GetBytes((float)index))];
        folder.Write("inner/weights.bin", bytes);
        folder.Write("weights.bin", bytes);
        OnnxBuilder stem = new OnnxBuilder().Input("x", 1, 3, 9, 8).ExternalAt("w", place, 1, 3, 3, 3).Node("Conv", "x w", "m");
        OnnxBuilder file = Head(stem, "m", channels: 1);

        NetworkGraph Graph()
        {
            using MemoryStream stream = new(file.ToBytes());
            return OnnxGraphFile.Read(stream, "a.onnx", inner, NetworkInputs.None, null);
        }

        if (place == "weights.bin")
            Graph().Parameters[0].Values!.Value.ToArray().ShouldBe([.. Enumerable.Range(0, 27).Select(static index => (float)index)]);
        else
            Should.Throw<MemtiException>(Graph).Diagnostic.Code.ShouldBe(NetworkCodes.WeightsUnreadable);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void A_file_that_ends_early_is_a_finding(double part)
    {
        byte[] whole = Head(Stem().Node("Relu", "n", "m"), "m").ToBytes();
        using MemoryStream stream = new(whole[..(int)(whole.Length * part)]);

        Should.Throw<MemtiException>(() => OnnxGraphFile.Read(stream, "a.onnx", ".", NetworkInputs.None, null))
            .Diagnostic.File.ShouldBe("a.onnx");
    }

    [Theory]
    [InlineData(10, 2)]
    [InlineData(16, 2)]
    [InlineData(11, 8)]
    public void Weights_of_other_widths_are_read(int type, int bytes)
    {
        OnnxBuilder file = new OnnxBuilder().Input("x", 1, 3, 9, 8).Zeros("w", type, bytes, 6, 3, 3, 3).Node("Conv", "x w", "m");

        Read(Head(file, "m")).Parameters[0].Values!.Value.Length.ShouldBe(162);
    }

    private static void Compare(OnnxBuilder file, long[] shape)
    {
        byte[] bytes = file.ToBytes();
        float[] image = [.. Enumerable.Range(0, (int)shape.Aggregate(1L, static (count, size) => count * size))
            .Select(static index => (float)Math.Sin(index * 0.7) * 2)];
        float[] expected = Run(bytes, image, shape);
        NetworkGraph graph = Read(file);

        double[] interpreted = new GraphInterpreter(graph).Run([.. image.Select(static value => (double)value)]);
        float[] written = Run(OnnxWriter.Write(graph, static parameter => parameter.Values!.Value, []), image, shape);

        ShouldAgree(interpreted, expected);
        ShouldAgree([.. written.Select(static value => (double)value)], expected);
    }

    private static void ShouldAgree(double[] values, float[] expected)
    {
        values.Length.ShouldBe(expected.Length);
        foreach ((double value, float other) in values.Zip(expected))
            value.ShouldBe(other, Tolerance * Math.Max(1, Math.Abs(other)));
    }

    private static float[] Run(byte[] model, float[] image, long[] shape)
    {
        using InferenceSession session = new(model);
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(image, shape);
        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> results =
            session.Run(options, new Dictionary<string, OrtValue> { [session.InputNames[0]] = input }, session.OutputNames);
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    private static NetworkGraph Read(OnnxBuilder file, string? output = null)
    {
        using MemoryStream stream = new(output is null ? file.ToBytes() : file.Output(output).ToBytes());
        return OnnxGraphFile.Read(stream, "a.onnx", ".", NetworkInputs.None, null);
    }

    private static Diagnostic Error(OnnxBuilder file) => Should.Throw<MemtiException>(() => Read(file)).Diagnostic;

    /// <summary>An image of 3 x 9 x 8, a convolution to 6 channels and a batch norm to <c>n</c>.</summary>
    private static OnnxBuilder Stem()
    {
        OnnxBuilder file = new OnnxBuilder().Input("x", 1, 3, 9, 8);
        Random(file, "c.w", 6, 3, 3, 3);
        foreach (string name in (string[])["n.scale", "n.shift", "n.mean"])
            Random(file, name, 6);
        file.Reals("n.var", [1, 2, 3, 0.5f, 0.25f, 1], 6);
        return file.Node("Conv", "x c.w", "c", Ints("pads", 1, 1, 1, 1)).Node("BatchNormalization", "c n.scale n.shift n.mean n.var", "n");
    }

    /// <summary>Global pooling and a classifier of 5 outputs.</summary>
    private static OnnxBuilder Head(OnnxBuilder file, string input, string output = "y", int channels = 6)
    {
        Random(file, "fc.w", 5, channels);
        Random(file, "fc.b", 5);
        file.Node("ReduceMean", input, "head.g", Ints("axes", 2, 3), Int("keepdims", 0))
            .Node("Gemm", "head.g fc.w fc.b", output, Int("transB", 1));
        return output == "y" ? file.Output(output) : file;
    }

    private static OnnxBuilder Random(OnnxBuilder file, string name, params long[] shape)
    {
        var random = new Random(name.Length + (int)shape[0]);
        int count = (int)shape.Aggregate(1L, static (product, size) => product * size);
        return file.Reals(name, [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))], shape);
    }

    private static OnnxBuilder Between(string name, OnnxBuilder file) => name switch
    {
        "Clip" => file.Reals("lo", [0], []).Reals("hi", [6], []).Node("Clip", "n lo hi", "m"),
        "Clip max" => file.Reals("hi", [0.5f], []).Node("Clip", "n - hi", "m"),
        "MaxPool" => file.Node("MaxPool", "n", "m", Ints("kernel_shape", 3, 2), Ints("strides", 2, 1), Ints("pads", 1, 0, 1, 1)),
        "MaxPool ceil" => file.Node("MaxPool", "n", "m", Ints("kernel_shape", 3, 3), Ints("strides", 2, 2), Int("ceil_mode", 1)),
        "AveragePool" => file.Node("AveragePool", "n", "m", Ints("kernel_shape", 3, 3), Ints("strides", 2, 2), Ints("pads", 1, 1, 1, 1)),
        "AveragePool pad" => file.Node(
            "AveragePool", "n", "m", Ints("kernel_shape", 3, 3), Ints("pads", 1, 1, 1, 1), Int("count_include_pad", 1)),
        "ReduceMean" => file.Node("ReduceMean", "n", "m", Ints("axes", -1)),
        "ReduceMax" => file.Node("ReduceMax", "n", "m", Ints("axes", 2), Int("keepdims", 1)),
        "Transpose" => file.Node("Transpose", "n", "m", Ints("perm", 0, 1, 3, 2)),
        "Slice" => file.Numbers("s", 1, -6).Numbers("e", 9, 8).Numbers("a", 2, 3).Numbers("st", 2, 1).Node("Slice", "n s e a st", "m"),
        "Split" => file.Numbers("p", 2, 4).Node("Split", "n p", "l r", Int("axis", 1)).Node("Concat", "r l", "m", Int("axis", 1)),
        "Concat" => file.Node("Relu", "n", "q").Node("Concat", "n q", "m0", Int("axis", 2)).Node("Tanh", "m0", "m"),
        "Pad" => file.Numbers("p", 0, 0, 1, 2, 0, 0, 0, 1).Reals("v", [0.5f], []).Node("Pad", "n p v", "m"),
        "Resize" => file.Reals("sc", [1, 1, 2, 3], 4).Node(
            "Resize", "n - sc", "m", Text("mode", "nearest"), Text("coordinate_transformation_mode", "asymmetric"),
            Text("nearest_mode", "floor")),
        "LRN" => file.Node("LRN", "n", "m", Int("size", 3), Real("alpha", 0.01f)),
        "Swish" => file.Node("Sigmoid", "n", "g").Node("Mul", "n g", "m"),
        "Add scalar" => file.Reals("k", [3], []).Node("Add", "n k", "m"),
        "Mul channels" => Random(file, "k", 6, 1, 1).Node("Mul", "n k", "m"),
        "Sub reversed" => Random(file, "k", 1, 6, 1, 1).Node("Sub", "k n", "m"),
        "Div" => file.Reals("k", [2], 1).Node("Div", "n k", "m"),
        "Max" => file.Node("Tanh", "n", "q").Node("Max", "n q", "m"),
        "Reshape" => file.Numbers("s", 0, 6, -1, 1).Node("Reshape", "n s", "m"),
        "Shuffle" => file.Numbers("s1", 1, 2, 3, 9, 8).Numbers("s2", 1, -1, 9, 8).Node("Reshape", "n s1", "r")
            .Node("Transpose", "r", "t", Ints("perm", 0, 2, 1, 3, 4)).Node("Reshape", "t s2", "m"),
        "Gate" => Random(Random(file, "gw", 6, 6, 1, 1), "gb", 6).Node("GlobalAveragePool", "n", "g0").Node("Conv", "g0 gw gb", "g1")
            .Node("HardSigmoid", "g1", "g").Node("Mul", "n g", "m"),
        "Grouped" => Random(file, "gw", 6, 2, 3, 3).Node("Conv", "n gw", "m", Int("group", 3), Ints("strides", 2, 1)),
        "Dilated" => Random(file, "gw", 6, 6, 3, 2).Node("Conv", "n gw", "m", Ints("dilations", 2, 3), Ints("pads", 2, 1, 0, 1)),
        "Same upper" => Random(file, "gw", 6, 6, 2, 3).Node("Conv", "n gw", "m", Text("auto_pad", "SAME_UPPER"), Ints("strides", 2, 2)),
        "Same lower" => Random(file, "gw", 6, 6, 2, 3).Node("Conv", "n gw", "m", Text("auto_pad", "SAME_LOWER"), Ints("strides", 2, 2)),
        "Sum of three" => file.Node("Relu", "n", "q").Node("Tanh", "n", "t").Node("Sum", "n q t", "m"),
        _ => file.Node(name, "n", "m"),
    };
}
