using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Codes;
using Memti.Plugins.Torch.Engines;

namespace Memti.Plugins.Torch.Tests;

public sealed class FindingTests
{
    [Fact]
    public void Cuda_that_is_not_there_is_a_finding()
    {
        Diagnostic finding = Should.Throw<MemtiException>(
            () => new TorchEngine().Describe(new EngineSettings { Device = TrainingDevice.Cuda })).Diagnostic;
        (finding.Code, finding.Key, finding.Value).ShouldBe((TorchCodes.DeviceMissing, "device", "cuda"));
        finding.Message.ShouldContain("MemtiLibTorchPath");
    }

    [Fact]
    public void An_engine_says_what_computes()
    {
        EngineDescription engine = new TorchEngine().Describe(
            new EngineSettings { Precision = TrainingPrecision.BFloat16, FinalEpochs = 2 });
        (engine.Name, engine.Version, engine.Device, engine.Precision, engine.ReproducesBits)
            .ShouldBe(("torch", "TorchSharp 0.107.0, libtorch 2.10.0", "cpu", "bf16, last 2 epochs fp32", false));
    }

    [Fact]
    public void A_graph_that_gives_a_map_is_no_classifier()
    {
        NetworkGraph graph = new Graphs(16).Convolution("conv", 8, 3).Graph();
        Finding(graph).ShouldBe((
            TorchCodes.UnsuitableGraph,
            "network 'test' cannot learn to classify images: its output is [8, 16, 16]; logits are [classes]."));
    }

    [Fact]
    public void A_graph_of_grey_images_is_refused()
    {
        NetworkGraph graph = new Graphs(16, 1).Convolution("conv", 8, 3).Mean("pool").Classifier("head", 4).Graph();
        Finding(graph).Code.ShouldBe(TorchCodes.UnsuitableGraph);
    }

    [Fact]
    public void A_training_in_which_nothing_would_learn_is_refused()
    {
        NetworkGraph graph = new Graphs(16).Convolution("conv", 8, 3).Mean("pool").Classifier("head", 4).Graph();
        graph = graph with { Parameters = [.. graph.Parameters.Select(static one => one with { Part = ParameterPart.Shared })] };
        Finding(graph).Code.ShouldBe(TorchCodes.UnsuitableGraph);
    }

    [Fact]
    public void Weights_that_are_computed_are_refused()
    {
        Graphs graphs = new(16);
        NetworkGraph graph = graphs.Convolution("conv", 3, 3)
            .Node("odd", new Convolution(), [3, 16, 16], "conv").Mean("pool").Classifier("head", 4).Graph();
        Finding(graph).Code.ShouldBe(DiagnosticCode.BadNetwork);
    }

    [Fact]
    public void Images_of_another_size_or_number_of_classes_do_not_fit()
    {
        foreach (ImageSet images in (ImageSet[])[Drawn.Images(16, 8), Drawn.Images(16, 16, 8)])
            Should.Throw<MemtiException>(() => Drawn.Trainer(Graphs.Small(), Drawn.Request(images)))
                .Diagnostic.Code.ShouldBe(DiagnosticCode.ImagesDoNotFit);
    }

    [Fact]
    public void Weights_of_another_network_are_refused_and_change_nothing()
    {
        using IGraphTrainer trainer = Drawn.Trainer(Graphs.Small(), Drawn.Request(Drawn.Images()));
        using IGraphTrainer other = Drawn.Trainer(Graphs.Small(8), Drawn.Request(Drawn.Images(classes: 8)));
        byte[] before = trainer.Saved();
        Should.Throw<MemtiException>(() => trainer.LoadTask(new MemoryStream(other.Saved())))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.WeightsDoNotFit);
        Should.Throw<MemtiException>(() => trainer.LoadShared(new MemoryStream([1, 2, 3])))
            .Diagnostic.Code.ShouldBe(DiagnosticCode.WeightsUnreadable);
        trainer.Saved().ShouldBe(before);
    }

    private static (string Code, string Message) Finding(NetworkGraph graph)
    {
        Diagnostic finding = Should.Throw<MemtiException>(
            () => Drawn.Trainer(graph, Drawn.Request(Drawn.Images()))).Diagnostic;
        return (finding.Code, finding.Message);
    }
}
