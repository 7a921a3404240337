using static Memti.Networks.Tests.Onnx.OnnxBuilder;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Whole networks as ONNX files.</summary>
internal static class OnnxNetworks
{
    /// <summary>ResNet-50 as its paper has it, with batch norms and activations.</summary>
    public static OnnxBuilder ResNet50()
    {
        OnnxBuilder graph = new OnnxBuilder().Input("image", -1, 3, 224, 224);
        Normed(graph, "image", "conv1", 64, 3, 7, 2);
        graph.Node("MaxPool", "conv1", "pool1", Ints("kernel_shape", 3, 3), Ints("strides", 2, 2), Ints("pads", 1, 1, 1, 1));
        (string last, int channels) = ("pool1", 64);
        foreach ((int stage, int width, int blocks) in new[] { (2, 64, 3), (3, 128, 4), (4, 256, 6), (5, 512, 3) })
            for (int block = 1; block <= blocks; block++, channels = 4 * width)
                last = Block(
                    graph, last, FormattableString.Invariant($"conv{stage}_{block}"), channels, width, block > 1 ? 0 : stage > 2 ? 2 : 1);
        return graph.Node("GlobalAveragePool", last, "pool5")
            .Node("Flatten", "pool5", "row")
            .Weights("fc.w", 1000, 2048).Weights("fc.b", 1000)
            .Node("Gemm", "row fc.w fc.b", "logits", Int("transB", 1))
            .Node("Softmax", "logits", "prob")
            .Output("prob");
    }

    /// <summary>A graph with one of nearly everything, small enough to be broken at every byte.</summary>
    public static OnnxBuilder Small() => new OnnxBuilder()
        .Input("x", -1, 3, 16, 16)
        .Conv("x", "a", 8, 3, 3, Ints("pads", 1, 1, 1, 1), Ints("strides", 2, 2))
        .Node("Relu", "a", "ar")
        .Node("MaxPool", "ar", "p", Ints("kernel_shape", 2, 2), Ints("strides", 2, 2))
        .Conv("p", "b", 8, 1, 3, Ints("pads", 1, 1, 1, 1), Int("group", 8), Ints("dilations", 1, 1))
        .Conv("p", "c", 8, 8, 1, Text("auto_pad", "SAME_UPPER"))
        .Node("Add", "b c", "s")
        .Node("Concat", "s p", "j", Int("axis", 1))
        .Node("Constant", "-", "shape", Value([0, -1]))
        .Node("Reshape", "j shape", "row")
        .External("w", 256, 10)
        .Node("MatMul", "row w", "y")
        .Output("y");

    private static string Block(OnnxBuilder graph, string input, string name, int channels, int width, int projected)
    {
        string shortcut = projected > 0 ? name + ".shortcut" : input;
        if (projected > 0)
            Normed(graph, input, shortcut, 4 * width, channels, 1, projected, relu: false);
        Normed(graph, input, name + ".reduce", width, channels, 1, Math.Max(projected, 1));
        Normed(graph, name + ".reduce", name + ".conv", width, width, 3, 1);
        Normed(graph, name + ".conv", name + ".expand", 4 * width, width, 1, 1, relu: false);
        graph.Node("Add", $"{name}.expand {shortcut}", name + ".sum").Node("Relu", name + ".sum", name);
        return name;
    }

    private static void Normed(
        OnnxBuilder graph, string input, string name, int filters, int channels, int kernel, int stride, bool relu = true)
    {
        graph.Conv(
            input,
            name + ".c",
            filters,
            channels,
            kernel,
            Ints("strides", stride, stride),
            Ints("pads", Enumerable.Repeat((kernel - 1L) / 2, 4)));
        foreach (string part in (string[])["scale", "shift", "mean", "variance"])
            graph.Weights($"{name}.{part}", filters);
        graph.Node("BatchNormalization", $"{name}.c {name}.scale {name}.shift {name}.mean {name}.variance", relu ? name + ".n" : name);
        if (relu)
            graph.Node("Relu", name + ".n", name);
    }
}
