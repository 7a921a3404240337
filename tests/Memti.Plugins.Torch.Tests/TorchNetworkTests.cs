using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Engines;
using Memti.Abstractions.Graphs;
using Memti.Abstractions.Graphs.Operations;
using Memti.Abstractions.Models;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Training;
using Memti.Plugins.Torch.Codes;
using Memti.Plugins.Torch.Engines;
using Memti.Plugins.Torch.Networks;

namespace Memti.Plugins.Torch.Tests;

public sealed class TorchNetworkTests
{
    [Theory]
    [InlineData(NetworkAdapters.Parallel, (16 * 8) + (8 * 8))]
    [InlineData(NetworkAdapters.Series, (8 * 8) + (16 * 16))]
    [InlineData(NetworkAdapters.LowRank, (2 * (8 + 8)) + (2 * (8 + 16)))]
    [InlineData(NetworkAdapters.None, 0)]
    public void Adapters_norms_and_classifier_are_counted_as_the_tasks_in_model_layers_and_memories(NetworkAdapters form, long adapters)
    {
        TorchNetwork model = Model(new() { Adapters = form, AdaptersAt = "block*", AdapterRank = 2 });
        TaskDescription task = model.Tasks[0];
        long norms = 2 * (8 + 8 + 16) + (form == NetworkAdapters.Series ? 2 * (8 + 16) : 0), head = (16 * 4) + 4;
        task.TaskParameterCount.ShouldBe(adapters + norms + head);
        task.SharedParameters.ShouldBe((27 * 8) + (9 * 8 * 8) + (9 * 8 * 16));
        Network network = model.Build(0);
        network.Layers.Sum(static layer => layer.StoredTaskParameters).ShouldBe(task.TaskParameterCount);
        network.Layers.Sum(static layer => layer.StoredSharedParameters).ShouldBe(task.SharedParameters);
        using ITrainer trainer = model.CreateTrainer(Drawn.Request(Drawn.Images()));
        long Stored(ParameterPart part) => trainer.Tensors.Where(tensor => tensor.Part == part).Sum(static tensor => tensor.Count);
        (Stored(ParameterPart.Task), Stored(ParameterPart.Shared)).ShouldBe((task.TaskParameterCount, task.SharedParameters));
    }

    [Theory]
    [InlineData(NetworkAdapters.Parallel)]
    [InlineData(NetworkAdapters.Series)]
    [InlineData(NetworkAdapters.LowRank)]
    [InlineData(NetworkAdapters.None)]
    public void A_task_learns_with_every_form_of_adapters(NetworkAdapters form)
    {
        ImageSet images = Drawn.Images();
        using ITrainer trainer = Model(new() { Adapters = form }).CreateTrainer(Drawn.Request(images));
        double first = trainer.Step().Loss;
        trainer.Steps(30).Loss.ShouldBeLessThan(0.7 * first);
    }

    [Fact]
    public void Parallel_adapters_are_layers_that_share_their_input()
    {
        Network network = Model(new() { AdaptersAt = "block1" }).Build(0);
        Layer adapter = network.Layers.Single(static layer => layer.Name == "block1.adapter");
        (adapter.SharesInput, adapter.AddsOperand, adapter.KernelHeight).ShouldBe((true, true, 1));
        adapter.MultiplyAccumulates.ShouldBe(8L * 8 * 16 * 16);
        // The batch norm behind the sum belongs to the adapter: the layer before it can start without the task's set.
        (adapter.TaskParameters, network.Layers.Single(static layer => layer.Name == "block1").TaskParameters).ShouldBe((64 + 16, 0));
    }

    [Theory]
    [InlineData(NetworkAdapters.Parallel, AdapterStart.Zero, true)]
    [InlineData(NetworkAdapters.Series, AdapterStart.Zero, true)]
    [InlineData(NetworkAdapters.LowRank, AdapterStart.Zero, true)]
    [InlineData(NetworkAdapters.LowRank, AdapterStart.Random, true)]
    [InlineData(NetworkAdapters.Parallel, AdapterStart.Random, false)]
    [InlineData(NetworkAdapters.Series, AdapterStart.Random, false)]
    public void Adapters_that_start_at_zero_leave_the_network_as_it_was_until_they_learn(
        NetworkAdapters form, AdapterStart start, bool isAsItWas)
    {
        ImageSet images = Drawn.Images();
        using ITrainer plain = Model(new() { Adapters = NetworkAdapters.None }).CreateTrainer(Drawn.Request(images));
        using ITrainer adapted = Model(new() { Adapters = form, AdapterStart = start }).CreateTrainer(Drawn.Request(images));
        double loss = plain.Score(images, 0, new int[images.Count]), difference = adapted.Score(images, 0, new int[images.Count]) - loss;
        (Math.Abs(difference) < 1e-4 * loss).ShouldBe(isAsItWas, $"{difference} of {loss}");
    }

    [Fact]
    public void Running_statistics_follow_the_tasks_images_whatever_the_files_momentum()
    {
        NetworkGraph graph = new Graphs(16).Convolution("stem", 8, 3).Norm("bn").Mean("pool").Classifier("head", 4).Graph();
        NetworkGraph slow = graph with
        {
            Nodes =
            [
                .. graph.Nodes.Select(static node =>
                    node.Operation is BatchNormalisation ? node with { Operation = new BatchNormalisation { Momentum = 0.01 } } : node),
            ],
        };
        TorchNetwork model = Model(new() { Adapters = NetworkAdapters.None }, slow);
        model.Graph(0).Nodes.Select(static node => node.Operation).OfType<BatchNormalisation>()
            .ShouldAllBe(static norm => norm.Momentum == 0.1);
    }

    [Theory]
    [InlineData("conv 3x3", 2)]
    [InlineData("conv 1x1", 1)]
    [InlineData("depthwise", 1)]
    [InlineData("all convs", 4)]
    [InlineData("conv 3x3, depthwise", 3)]
    [InlineData("*.dw", 1)]
    [InlineData("stem", 1)]
    public void A_rule_chooses_convolutions(string rule, int count) =>
        Mobile(rule).Graph(0).Nodes.Count(static node => node.Name.EndsWith(".adapter", StringComparison.Ordinal)).ShouldBe(count);

    [Theory]
    [InlineData("conv 5x5")]
    [InlineData("conv 3x3, layer9.*")]
    [InlineData("")]
    public void A_rule_that_chooses_nothing_lists_what_there_is(string rule)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Mobile(rule)).Diagnostic;
        (finding.Code, finding.Key).ShouldBe((TorchCodes.NowhereToAdapt, "adapters_at"));
        finding.Message.ShouldContain("there are 'stem' (conv 3x3), 'block.dw' (depthwise 3x3), 'block.pw' (conv 1x1), 'last' (conv 3x3)");
    }

    [Fact]
    public void A_network_without_convolutions_has_nowhere_to_adapt()
    {
        NetworkGraph graph = new Graphs(4).Node("flat", new Reshaping(), [48]).Classifier("head", 4).Graph();
        Diagnostic finding = Should.Throw<MemtiException>(() => Model(new(), graph)).Diagnostic;
        finding.Code.ShouldBe(TorchCodes.NowhereToAdapt);
        finding.Message.ShouldEndWith("it has none.");
    }

    [Fact]
    public void A_classifier_gets_as_many_outputs_as_a_task_has_classes_and_a_network_without_one_gets_one()
    {
        NetworkGraph features = new Graphs(16).Convolution("conv", 8, 3).Graph("features");
        TorchNetwork model = new(
            new TorchNetworkOptions { File = new ScenarioFile("net.onnx") },
            [new TaskRequest("a", 4), new TaskRequest("b", 7), new TaskRequest("svhn")],
            new FakeHost(features),
            new TorchEngine());
        model.Tasks.Select(static task => task.Classes).ShouldBe([4, 7, 10]);
        for (int task = 0; task < 3; task++)
        {
            NetworkGraph graph = model.Graph(task);
            graph.Nodes[^1].Shape.ShouldBe([model.Tasks[task].Classes]);
            GraphParameter weights = graph.Parameters.Single(static one => one.Role == ParameterRole.ClassifierWeight);
            weights.Shape.ShouldBe([model.Tasks[task].Classes, 8]);
        }
    }

    [Fact]
    public void A_network_needs_a_file()
    {
        Diagnostic finding = Should.Throw<MemtiException>(
            () => new TorchNetwork(new TorchNetworkOptions(), [], new FakeHost(Plain()), new TorchEngine())).Diagnostic;
        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.ValueOutOfRange, "file"));
    }

    [Fact]
    public void Kernels_that_read_the_image_are_turned_for_a_network_of_other_colours()
    {
        float[] values = [.. Enumerable.Range(0, 8 * 27).Select(static index => (float)index)];
        NetworkGraph graph = Plain();
        graph = graph with
        {
            Parameters = [.. graph.Parameters.Select(one => one.Name == "stem.weight" ? one with { Values = values } : one)],
        };
        ReadOnlyMemory<float> turned = Model(new() { Colours = ColourOrder.Bgr }, graph).Graph(0)
            .Parameters.Single(static one => one.Name == "stem.weight").Values!.Value;
        turned.Span[..9].ToArray().ShouldBe(values[18..27]);
        turned.Span[9..18].ToArray().ShouldBe(values[9..18]);
        turned.Span[27..36].ToArray().ShouldBe(values[45..54]);
    }

    [Fact]
    public void Colours_of_a_network_whose_first_node_is_no_convolution_cannot_be_turned()
    {
        NetworkGraph graph = new Graphs(16).Relu("relu").Convolution("conv", 8, 3).Mean("pool").Classifier("head", 4).Graph();
        Diagnostic finding = Should.Throw<MemtiException>(() => Model(new() { Colours = ColourOrder.Bgr }, graph)).Diagnostic;
        (finding.Code, finding.Key).ShouldBe((TorchCodes.UnsuitableGraph, "colours"));
    }

    private static TorchNetwork Mobile(string rule) => Model(
        new() { AdaptersAt = rule },
        new Graphs(16)
            .Convolution("stem", 8, 3).Norm("stem.bn").Relu("stem.relu")
            .Convolution("block.dw", 8, 3, groups: 8).Norm("block.dw.bn").Relu("block.relu")
            .Convolution("block.pw", 12, 1).Norm("block.pw.bn")
            .Convolution("last", 12, 3, 2).Norm("last.bn").Mean("pool").Classifier("head", 4).Graph("mobile"));

    private static TorchNetwork Model(TorchNetworkOptions options, NetworkGraph? graph = null)
    {
        options.File = new ScenarioFile("net.onnx");
        return new TorchNetwork(options, [new TaskRequest("stripes", 4)], new FakeHost(graph ?? Plain()), new TorchEngine());
    }

    private static NetworkGraph Plain() => new Graphs(16)
        .Convolution("stem", 8, 3).Norm("stem.bn").Relu("stem.relu")
        .Convolution("block1", 8, 3).Norm("block1.bn").Relu("block1.relu")
        .Convolution("block2", 16, 3, 2).Norm("block2.bn").Relu("block2.relu")
        .Mean("pool").Classifier("head", 10).Graph("plain");

    private sealed class FakeHost(NetworkGraph graph) : IModelHost
    {
        public NetworkGraph ReadGraph(GraphRequest request) => graph;

        public ITrainingEngine Engine(string name) => throw new NotSupportedException();
    }
}
