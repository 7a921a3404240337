using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Networks.Onnx.Writing;
using Memti.Tensors.Networks;

namespace Memti.Plugins.Torch.Tests;

/// <summary>Published networks for images of 32 pixels, narrower, with drawn weights, as ONNX files.</summary>
internal static class KnownNetworks
{
    private const int Classes = 10;

    /// <summary>MobileNetV2: Sandler et al., CVPR 2018, table 2, without the first two strides.</summary>
    public static NetworkGraph MobileNetV2(double width)
    {
        int Channels(int full) => Math.Max((int)(full * width), 4);
        Graphs graph = new(32);
        Unit(graph, "stem", Channels(32), 3);
        int block = 0;
        foreach ((int expansion, int outputs, int count, int stride) in
            ((int, int, int, int)[])
            [(1, 16, 1, 1), (6, 24, 2, 1), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1)])
            for (int index = 0; index < count; index++)
                Bottleneck(graph, $"block{++block}", expansion, Channels(outputs), index == 0 ? stride : 1);
        return Unit(graph, "last", Channels(1280), 1).Mean("pool").Classifier("classifier", Classes).Graph("mobilenetv2");
    }

    /// <summary>ResNet-18: He et al., CVPR 2016, table 1, with a stem for small images.</summary>
    public static NetworkGraph ResNet18(double width)
    {
        Graphs graph = new(32);
        graph.Convolution("conv1", (int)(64 * width), 3).Norm("bn1").Relu("relu1");
        for (int layer = 0; layer < 4; layer++)
            for (int block = 0; block < 2; block++)
                Basic(graph, $"layer{layer + 1}.{block}", (int)((64 << layer) * width), layer > 0 && block == 0 ? 2 : 1);
        return graph.Mean("pool").Classifier("fc", Classes).Graph("resnet18");
    }

    /// <summary>Writes a network with drawn weights.</summary>
    public static void Write(NetworkGraph graph, string file) => File.WriteAllBytes(file, OnnxWriter.Write(graph, Values, []));

    private static ReadOnlyMemory<float> Values(GraphParameter parameter) => parameter.Role switch
    {
        ParameterRole.NormScale or ParameterRole.NormVariance => Enumerable.Repeat(1f, (int)parameter.Count).ToArray(),
        ParameterRole.NormShift or ParameterRole.NormMean or ParameterRole.ClassifierBias => new float[parameter.Count],
        _ => InitialValues.Kernel(1, parameter.Name, parameter.Shape),
    };

    private static void Bottleneck(Graphs graph, string name, int expansion, int outputs, int stride)
    {
        (string skip, int inputs) = (graph.Last, graph.Shape[0]);
        if (expansion > 1)
            Unit(graph, name + ".expand", inputs * expansion, 1);
        Unit(graph, name + ".depthwise", graph.Shape[0], 3, stride, graph.Shape[0]);
        graph.Convolution(name + ".project", outputs, 1).Norm(name + ".project.bn");
        if (stride == 1 && inputs == outputs)
            graph.Add(name + ".sum", skip);
    }

    private static Graphs Unit(Graphs graph, string name, int outputs, int kernel, int stride = 1, int groups = 1) => graph
        .Convolution(name, outputs, kernel, stride, groups: groups)
        .Norm(name + ".bn")
        .Node(name + ".relu6", new Activation(ActivationFunction.Clip, 0, 6), graph.Shape);

    private static void Basic(Graphs graph, string name, int outputs, int stride)
    {
        (string input, IReadOnlyList<int> shape) = (graph.Last, graph.Shape);
        graph.Convolution(name + ".conv1", outputs, 3, stride).Norm(name + ".bn1").Relu(name + ".relu1")
            .Convolution(name + ".conv2", outputs, 3).Norm(name + ".bn2");
        (string sum, IReadOnlyList<int> after) = (graph.Last, graph.Shape);
        string skip = stride == 1
            ? input
            : graph.From(input, shape).Convolution(name + ".downsample", outputs, 1, stride).Norm(name + ".downsample.bn").Last;
        graph.From(sum, after).Add(name + ".sum", skip).Relu(name + ".relu2");
    }
}
