using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

public sealed class BindingTests
{
    private static readonly Bandwidth Slow = Bandwidth.FromGigabytesPerSecond(1);

    [Fact]
    public void Multipliers_bind_when_all_else_is_fast() =>
        Plan(new NvdlaOptions { WeightPort = Plenty }, AnyPlacement()).Binding.ShouldBe("compute");

    [Fact]
    public void A_slow_memory_binds_under_its_name() =>
        Plan(new NvdlaOptions(), WeightsIn(new MemoryPort("backing", OnChip: false, Slow, Slow))).Binding.ShouldBe("backing");

    [Fact]
    public void A_slow_weight_port_binds_for_memories_on_the_chip() =>
        Plan(new NvdlaOptions { WeightPort = Slow }, AnyPlacement()).Binding.ShouldBe("weight port");

    [Fact]
    public void A_memory_off_the_chip_does_not_go_through_the_weight_port() =>
        Plan(new NvdlaOptions { WeightPort = Slow }, WeightsIn(new MemoryPort("backing", OnChip: false, Plenty, Plenty))).Binding
            .ShouldBe("compute");

    [Fact]
    public void Weights_in_two_memories_share_the_one_port()
    {
        var options = new NvdlaOptions { WeightPort = Slow };
        Placement two = WeightsIn(
            new MemoryPort("shared", OnChip: true, Plenty, Plenty), new MemoryPort("task", OnChip: true, Plenty, Plenty));
        Plan(options, two).Duration.Nanoseconds.ShouldBe(5_806_944 + 678_660, 0.01);
    }

    [Fact]
    public void Features_on_the_chip_pass_one_port_for_reads_and_one_for_writes()
    {
        Layer copy = AConvolution(channels: 64, px: 8, kernels: 64) with { Kind = LayerKind.Elementwise, TaskParameters = 0 };
        Duration(copy, new NvdlaOptions { FeaturePortRead = Slow }).Nanoseconds.ShouldBe(64 * 8 * 8, 0.01);
        Duration(copy, new NvdlaOptions { FeaturePortWrite = Slow * 0.5 }).Nanoseconds.ShouldBe(2 * 64 * 8 * 8, 0.01);
        Plan(new NvdlaOptions { FeaturePortRead = Slow }, AnyPlacement()).Binding.ShouldBe("feature port");
    }

    [Fact]
    public void Features_off_the_chip_pass_no_port_of_the_engine()
    {
        var outside = new MemoryPort("dram", OnChip: false, Plenty, Plenty);
        Placement placement = AnyPlacement() with { Activations = outside, Input = outside };
        Plan(new NvdlaOptions { FeaturePortRead = Slow, FeaturePortWrite = Slow, WeightPort = Plenty }, placement).Binding
            .ShouldBe("compute");
    }

    [Fact]
    public void The_weight_port_is_told_to_the_host_with_both_rates() =>
        new NvdlaAccelerator(new NvdlaOptions { WeightPort = Slow }).Figures.WeightPort
            .ShouldBe(new AcceleratorPort(Slow, Bandwidth.FromGigabytesPerSecond(25)));

    [Fact]
    public void Reads_and_writes_take_turns_off_the_chip_and_go_side_by_side_on_it()
    {
        Layer copy = AConvolution(channels: 64, px: 8, kernels: 64) with { Kind = LayerKind.Elementwise, TaskParameters = 0 };
        Duration(copy, onChip: false).ShouldBe(Duration(copy, onChip: true) * 2);
        Duration(copy, onChip: true).Nanoseconds.ShouldBe(64 * 8 * 8, 0.01);
    }

    [Fact]
    public void Layers_name_what_binds_each_of_them_alone()
    {
        InferencePlan plan = Plan(new NvdlaOptions { TimeModel = TimeModel.LayerMaximum }, AnyPlacement());
        plan.TimeModel.ShouldBe("layer_maximum");
        plan.Layers
            .Select(static layer => layer.Binding)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(["compute", "feature port", "weight port"]);
    }

    private static InferencePlan Plan(NvdlaOptions options, Placement placement) =>
        new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), placement);

    private static SimTime Duration(Layer layer, NvdlaOptions options) =>
        new NvdlaAccelerator(options).Plan(ANetwork(layer), AnyPlacement()).Duration;

    private static SimTime Duration(Layer layer, bool onChip)
    {
        var port = new MemoryPort("all", onChip, Slow, Slow);
        return new NvdlaAccelerator(new NvdlaOptions())
            .Plan(ANetwork(layer), new Placement { TaskWeights = port, Activations = port, Input = port }).Duration;
    }
}
