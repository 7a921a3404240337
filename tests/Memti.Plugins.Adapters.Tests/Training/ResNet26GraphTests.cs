using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Models;
using Memti.Abstractions.Training;
using Memti.Networks.Onnx.Writing;
using Memti.Plugins.Adapters.Backbones;
using Microsoft.ML.OnnxRuntime;

namespace Memti.Plugins.Adapters.Tests.Training;

/// <summary>The graph of ResNet-26 is what the managed engine computes, and other engines are given it.</summary>
public sealed class ResNet26GraphTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData(AdapterForm.Parallel, false)]
    [InlineData(AdapterForm.Parallel, true)]
    [InlineData(AdapterForm.Series, false)]
    [InlineData(AdapterForm.Series, true)]
    [InlineData(AdapterForm.None, false)]
    [InlineData(AdapterForm.None, true)]
    public void Onnx_runtime_computes_with_the_exported_graph_what_the_managed_engine_computes(AdapterForm form, bool fixedPoint)
    {
        ResNet26Options options = Trainers.Small(form);
        ImageSet images = Trainers.Bars();
        using var trainer = (IGraphTrainer)Trainers.Of(options, images: images);
        // Until running statistics are those of the images: before, logits are so large that 1e-4 is the rounding of single precision.
        trainer.Steps(40);
        if (fixedPoint)
        {
            trainer.Quantize();
            trainer.SubstituteAll();
        }

        float[][] logits = Logits(OnnxWriter.Write(Graph(options), parameter => Values(trainer, parameter), []), trainer, images);

        for (int image = 0; image < 6; image++)
            for (int label = 0; label < Trainers.Classes; label++)
                Loss(logits[image], label).ShouldBe(trainer.Score(Labelled(images, image, label), 0, new int[1]), Tolerance);
    }

    [Theory]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    [InlineData(AdapterForm.None)]
    public void Parameters_are_in_the_order_in_which_the_managed_engine_stores_them(AdapterForm form)
    {
        ResNet26Options options = Trainers.Small(form, weightBits: 6, taskBits: 10);
        using ITrainer trainer = Trainers.Of(options);

        Stored(Graph(options)).ShouldBe(
            trainer.Tensors.Select(static tensor => $"{tensor.Name} {tensor.Part} {tensor.Bits} {tensor.Count}"));
    }

    [Theory]
    [InlineData(AdapterForm.Parallel)]
    [InlineData(AdapterForm.Series)]
    [InlineData(AdapterForm.None)]
    public void The_graph_has_the_multiply_accumulates_of_the_layers(AdapterForm form)
    {
        ResNet26Options options = Trainers.Small(form);
        NetworkGraph graph = Graph(options);
        Dictionary<string, GraphParameter> parameters = graph.Parameters.ToDictionary(static parameter => parameter.Name);

        long products = graph.Nodes
            .Where(static node => node.Operation is Convolution or FullyConnected)
            .Sum(node => parameters[node.Inputs[1]].Count * node.Shape.Skip(1).Aggregate(1L, static (count, size) => count * size));

        products.ShouldBe(Model(options).Build(0).Layers.Sum(static layer => layer.MultiplyAccumulates));
    }

    [Fact]
    public void An_engine_of_a_plugin_is_given_graph_request_and_settings()
    {
        ResNet26Options options = Trainers.Small();
        (options.Engine, options.Device, options.Precision, options.FinalEpochs) =
            ("fake", TrainingDevice.Cuda, TrainingPrecision.BFloat16, 3);
        var engine = new FakeEngine();

        var model = new ResNet26(options, [new TaskRequest("bars", 3)], new FakeHost(engine));
        model.CreateTrainer(new TrainerRequest { Task = 0, Seed = 7 }).ShouldBeNull();

        engine.Graph!.Parameters.Count.ShouldBe(Graph(Trainers.Small()).Parameters.Count);
        engine.Request!.Seed.ShouldBe(7ul);
        engine.Settings.ShouldBe(new EngineSettings
        {
            Device = TrainingDevice.Cuda,
            Precision = TrainingPrecision.BFloat16,
            FinalEpochs = 3,
        });
        model.Engine!.Name.ShouldBe("fake");
    }

    [Fact]
    public void The_managed_engine_names_none() => Model(Trainers.Small()).Engine.ShouldBeNull();

    [Theory]
    [InlineData("device")]
    [InlineData("precision")]
    public void The_managed_engine_refuses_what_it_does_not_have(string key)
    {
        ResNet26Options options = Trainers.Small();
        if (key == "device")
            options.Device = TrainingDevice.Cuda;
        else
            options.Precision = TrainingPrecision.BFloat16;

        Diagnostic finding = Should.Throw<MemtiException>(() => Model(options)).Diagnostic;

        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.ValueOutOfRange, key));
    }

    private static ResNet26 Model(ResNet26Options options) => new(options, [new TaskRequest("bars", Trainers.Classes)]);

    private static NetworkGraph Graph(ResNet26Options options) => Model(options).Graph(0);

    private static float[] Values(IGraphTrainer trainer, GraphParameter parameter)
    {
        float[] values = new float[parameter.Count];
        trainer.ReadValues(parameter.Name, values);
        return values;
    }

    /// <summary>What a trainer stores of a graph, as the contract of engines says.</summary>
    private static IEnumerable<string> Stored(NetworkGraph graph) => graph.Parameters.SelectMany(parameter => parameter.Role switch
    {
        ParameterRole.NormScale => (string[])
        [
            $"{Norm(graph, parameter)}.scale {parameter.Part} {parameter.Bits} {parameter.Count}",
            $"{Norm(graph, parameter)}.shift {parameter.Part} {parameter.Bits} {parameter.Count}",
        ],
        ParameterRole.NormShift or ParameterRole.NormMean or ParameterRole.NormVariance or ParameterRole.Constant => [],
        _ => [$"{parameter.Name} {parameter.Part} {parameter.Bits} {parameter.Count}"],
    });

    private static string Norm(NetworkGraph graph, GraphParameter scale) =>
        graph.Nodes.Single(node => node.Operation is BatchNormalisation && node.Inputs[1] == scale.Name).Name;

    private static float[][] Logits(byte[] model, IGraphTrainer trainer, ImageSet images)
    {
        float[] inputs = new float[images.Count * images.ImageBytes];
        (float[] mean, float[] deviation) = (new float[3], new float[3]);
        trainer.ReadValues("input.mean", mean);
        trainer.ReadValues("input.std", deviation);
        int pixels = images.Height * images.Width;
        for (int index = 0; index < inputs.Length; index++)
        {
            (int image, int channel, int pixel) = (index / images.ImageBytes, index / pixels % 3, index % pixels);
            inputs[index] = (images.Image(image)[(pixel * 3) + channel] - mean[channel]) / deviation[channel];
        }

        using InferenceSession session = new(model);
        using OrtValue input = OrtValue.CreateTensorValueFromMemory(inputs, [images.Count, 3, images.Height, images.Width]);
        using RunOptions run = new();
        using IDisposableReadOnlyCollection<OrtValue> results =
            session.Run(run, new Dictionary<string, OrtValue> { [session.InputNames[0]] = input }, session.OutputNames);
        return [.. results[0].GetTensorDataAsSpan<float>().ToArray().Chunk(Trainers.Classes)];
    }

    private static double Loss(float[] logits, int label) =>
        Math.Log(logits.Sum(value => Math.Exp(value - logits[label])));

    private static ImageSet Labelled(ImageSet images, int image, int label) =>
        new("one", Trainers.Classes, images.Height, images.Width, images.Image(image).ToArray(), new[] { label });

    private sealed class FakeHost(ITrainingEngine engine) : IModelHost
    {
        public NetworkGraph ReadGraph(GraphRequest request) => throw new NotSupportedException();

        public ITrainingEngine Engine(string name) => engine;
    }

    private sealed class FakeEngine : ITrainingEngine
    {
        public NetworkGraph? Graph { get; private set; }

        public TrainerRequest? Request { get; private set; }

        public EngineSettings? Settings { get; private set; }

        public EngineDescription Describe(EngineSettings settings) => new("fake", "1", "cpu", "fp32", "");

        public IGraphTrainer CreateTrainer(NetworkGraph graph, TrainerRequest request, EngineSettings settings)
        {
            (Graph, Request, Settings) = (graph, request, settings);
            return null!;
        }
    }
}
