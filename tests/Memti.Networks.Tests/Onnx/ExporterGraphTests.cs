using Memti.Abstractions.Models;
using Memti.Networks.Inputs;
using Memti.Networks.Onnx;
using Memti.Networks.Onnx.Graphs;
using Memti.Networks.Onnx.Wire;
using Microsoft.ML.OnnxRuntime;

namespace Memti.Networks.Tests.Onnx;

/// <summary>Graphs as exporters write them: products and weights by hand, and shapes as ONNX Runtime computes them.</summary>
public sealed class ExporterGraphTests
{
    public static TheoryData<string> Graphs => [.. ExporterGraphs.All.Keys];

    // ONNX Runtime has no operators of sets before 7.
    public static TheoryData<string> Runnable => [.. ExporterGraphs.All.Keys.Where(static name => name != "old broadcasting")];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void A_graph_has_its_products_and_weights(string name)
    {
        (Func<OnnxBuilder> make, long products, long weights) = ExporterGraphs.All[name];
        IReadOnlyList<Layer> layers = make().Layers();

        (layers.Sum(static layer => layer.MultiplyAccumulates), layers.Sum(static layer => layer.StoredTaskParameters))
            .ShouldBe((products, weights));
    }

    [Theory]
    [MemberData(nameof(Runnable))]
    public void All_tensors_have_the_shapes_of_ONNX_Runtime(string name)
    {
        (IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> read) = Shapes(ExporterGraphs.All[name].Make());

        read.ShouldBe(expected);
    }

    [Fact]
    public void Drawn_graphs_have_the_shapes_of_ONNX_Runtime() => Compare(first: 1, count: 150);

    [LongFact]
    public void Thousands_of_drawn_graphs_have_the_shapes_of_ONNX_Runtime() => Compare(first: 1000, count: 10_000);

    [Fact]
    public void Layers_of_a_batch_are_those_of_one_frame()
    {
        static OnnxBuilder Batch(long frames, int? said) =>
            new OnnxBuilder { Inputs = new NetworkInputs { Batch = said } }.Input("x", frames, 3, 32, 32)
                .Conv("x", "c", 8, 3, 3).Node("GlobalAveragePool", "c", "p").Numbers("s", frames < 0 ? 4 : frames, -1)
                .Node("Reshape", "p s", "f").Weights("w", 8, 10).Node("Gemm", "f w", "y");

        IReadOnlyList<Layer> one = Batch(1, null).Layers();

        Batch(8, 8).Layers().ShouldBe(one);
        Batch(-1, 4).Layers().ShouldBe(one);
    }

    private static void Compare(int first, int count)
    {
        foreach (int seed in Enumerable.Range(first, count))
        {
            OnnxBuilder graph = new RandomGraph(seed).Draw(static (graph, tensor) => [.. Read(graph.ToBytes())[tensor]!.Dims]);
            (IReadOnlyDictionary<string, string> expected, IReadOnlyDictionary<string, string> read) = Shapes(graph);
            read.ShouldBe(expected, $"seed {seed}");
        }
    }

    /// <summary>Shapes of all tensors that nodes give: as ONNX Runtime has them, and as the reader has.</summary>
    private static (IReadOnlyDictionary<string, string> Expected, IReadOnlyDictionary<string, string> Read) Shapes(OnnxBuilder graph)
    {
        foreach (string tensor in graph.Tensors.Distinct())
            graph.Output(tensor);
        byte[] model = graph.ToBytes();
        Dictionary<string, string> expected = Run(model);
        IReadOnlyDictionary<string, GraphValue?> values = Read(model);
        return (expected, expected.Keys.ToDictionary(static name => name, name => Shown(values[name]!.Dims)));
    }

    private static Dictionary<string, string> Run(byte[] model)
    {
        using InferenceSession session = new(model);
        Dictionary<string, OrtValue> inputs = session.InputMetadata.ToDictionary(
            static input => input.Key,
            static input => OrtValue.CreateTensorValueFromMemory(
                new float[input.Value.Dimensions.Aggregate(1, static (count, size) => count * Math.Max(size, 1))],
                [.. input.Value.Dimensions.Select(static size => (long)Math.Max(size, 1))]));
        using RunOptions options = new();
        string[] names = [.. session.OutputMetadata.Keys];
        using IDisposableReadOnlyCollection<OrtValue> results = session.Run(options, inputs, names);
        Dictionary<string, string> shapes =
            names.Zip(results).ToDictionary(static pair => pair.First, static pair => Shown(pair.Second.GetTensorTypeAndShape().Shape));
        foreach (OrtValue input in inputs.Values)
            input.Dispose();
        return shapes;
    }

    private static IReadOnlyDictionary<string, GraphValue?> Read(byte[] model)
    {
        using MemoryStream stream = new(model);
        return GraphWalk.Read(OnnxModelReader.Read(new OnnxWire(stream)), NetworkInputs.None).Values;
    }

    private static string Shown(IEnumerable<long> dims) => string.Join('x', dims);
}
