using Memti.Abstractions.Models;
using Memti.Plugins.Adapters.Backbones;
using static Memti.Plugins.Adapters.Tests.Networks;

namespace Memti.Plugins.Adapters.Tests;

public sealed class LayerGraphTests
{
    private static readonly Gen<(AdapterForm Form, int Px, double Width)> Sizes =
        from form in Gen.Elements(Enum.GetValues<AdapterForm>())
        from eighths in Gen.Choose(4, 64)
        from channels in Gen.Choose(1, 64)
        select (form, 8 * eighths, channels / 32.0);

    [Theory]
    [InlineData(32, 213.2, 23.7)]
    [InlineData(64, 852.9, 94.8)]
    [InlineData(72, 1079.4, 119.9)]
    public void Multiply_accumulates_match_the_published_millions(int px, double convolutions, double adapters)
    {
        Network network = ANetwork(px: px);
        (network.Macs(".conv") / 1e6).ShouldBe(convolutions, 0.06);
        (network.Macs(".adapter") / 1e6).ShouldBe(adapters, 0.06);
    }

    [Theory]
    [InlineData(AdapterForm.Parallel, 25)]
    [InlineData(AdapterForm.Series, 25)]
    [InlineData(AdapterForm.None, 0)]
    public void Each_of_25_convolutions_has_its_adapter_and_three_blocks_pool_their_shortcut(AdapterForm form, int adapters)
    {
        IReadOnlyList<Layer> layers = ANetwork(form).Layers;
        layers.Count(static layer => layer.KernelHeight == 3).ShouldBe(25);
        layers.Count(static layer => layer.Name.Contains(".adapter", StringComparison.Ordinal)).ShouldBe(adapters);
        layers.Count(static layer => layer.Name.EndsWith(".shortcut", StringComparison.Ordinal)).ShouldBe(3);
        layers.Count.ShouldBe(25 + adapters + 3 + 2);
    }

    [Fact]
    public void A_parallel_adapter_reads_what_its_convolution_reads_at_the_same_stride()
    {
        IReadOnlyList<Layer> layers = ANetwork().Layers;
        int at = layers.ToList().FindIndex(static layer => layer.Name == "stage2.block1.adapter1");
        (Layer convolution, Layer adapter) = (layers[at - 1], layers[at]);
        (convolution.Name, convolution.StrideHeight, convolution.InputChannels, convolution.InputHeight).ShouldBe(
            ("stage2.block1.conv1", 2, 64, 32));
        (adapter.StrideWidth, adapter.InputChannels, adapter.InputHeight, adapter.OutputHeight).ShouldBe((2, 64, 32, 16));
        (adapter.SharesInput, adapter.AddsOperand, adapter.TaskParameters).ShouldBe((true, true, (64 * 128) + (2L * 128)));
    }

    [Fact]
    public void A_series_adapter_reads_what_its_convolution_writes()
    {
        Layer adapter = ANetwork(AdapterForm.Series).Layers.Single(static layer => layer.Name == "stage2.block1.adapter1");
        (adapter.StrideWidth, adapter.InputChannels, adapter.InputHeight, adapter.OutputChannels).ShouldBe((1, 128, 16, 128));
        (adapter.SharesInput, adapter.AddsOperand, adapter.TaskParameters).ShouldBe((false, true, (128 * 128) + (4L * 128)));
    }

    [Fact]
    public void The_second_convolution_of_each_block_adds_the_shortcut() =>
        ANetwork().Layers
            .Where(static layer => layer is { AddsOperand: true, KernelHeight: 3 })
            .Select(static layer => layer.Name[^5..])
            .Distinct()
            .ShouldBe(["conv2"]);

    [Fact]
    public void Parameters_of_the_layers_add_up_to_those_of_the_task() =>
        Prop.ForAll(Arb.From(Sizes), static size =>
        {
            ResNet26 model = AModel(size.Form, size.Width, size.Px, "gtsrb");
            IReadOnlyList<Layer> layers = model.Build(0).Layers;
            return layers.Sum(static layer => layer.SharedParameters) == model.Tasks[0].SharedParameters
                && layers.Sum(static layer => layer.TaskParameters) == model.Tasks[0].TaskParameterCount;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_convolution_reads_the_shape_that_the_one_before_it_writes() =>
        Prop.ForAll(Arb.From(Sizes), static size =>
        {
            Layer[] convolutions = [.. AModel(size.Form, size.Width, size.Px, "gtsrb")
                .Build(0).Layers
                .Where(static layer => layer.KernelHeight == 3)];
            return convolutions.Zip(convolutions.Skip(1)).All(static pair =>
                pair.First.OutputChannels == pair.Second.InputChannels && pair.First.OutputHeight == pair.Second.InputHeight);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tasks_differ_in_the_classifier_alone()
    {
        ResNet26 model = AModel(tasks: ["cifar100", "gtsrb"]);
        model.Build(0).Layers.Except(model.Build(1).Layers).Select(static layer => layer.Name).ShouldBe(["head.classifier"]);
    }

    [Fact]
    public void Stored_bits_are_those_of_the_options()
    {
        var model = new ResNet26(new ResNet26Options { WeightBits = 6, TaskBits = 12 }, [new TaskRequest("gtsrb")]);
        (model.SharedBits, model.TaskBits, model.Build(0).SharedBits, model.Build(0).TaskBits).ShouldBe((6, 12, 6, 12));
    }
}
