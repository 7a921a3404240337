using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Timing;

/// <summary>What a plan says of the resources of each layer agrees with what it says of time and traffic.</summary>
public sealed class LayerResourceTests
{
    [Fact]
    public void The_multipliers_come_first_with_the_time_of_their_cycles() =>
        ForAll(static (options, plan) => plan.Layers.All(layer =>
            layer.Resources[0] is { Resource: "compute" } compute && compute.Time == options.Clock.Cycles(layer.ComputeCycles)));

    [Fact]
    public void What_binds_a_layer_is_the_first_of_its_busiest_resources() =>
        ForAll(static (_, plan) => plan.Layers.All(static layer => layer.Binding == Busiest(layer).Resource));

    [Fact]
    public void Within_layers_each_takes_the_time_of_its_busiest_resource() =>
        ForAll(
            static (options, plan) =>
                options.TimeModel != TimeModel.LayerMaximum || plan.Layers.All(static layer => layer.Duration == Busiest(layer).Time));

    [Fact]
    public void Over_the_whole_frame_the_inference_takes_no_longer_than_what_binds_it_is_busy() =>
        ForAll(static (options, plan) => options.TimeModel != TimeModel.WholeFrame
            || plan.Duration.Picoseconds <= Busy(plan, plan.Binding) + Rounding(plan));

    [Fact]
    public void The_inference_takes_at_least_the_time_of_the_multipliers() =>
        ForAll(static (_, plan) => plan.Duration.Picoseconds >= Busy(plan, "compute") - Rounding(plan));

    [Fact]
    public void What_the_layers_move_adds_up_to_what_the_inference_moves() =>
        ForAll(static (_, plan) => plan.Layers.SelectMany(static layer => layer.Traffic)
            .GroupBy(static traffic => (traffic.Memory, traffic.Direction))
            .ToDictionary(static group => group.Key, static group => group.Sum(static traffic => traffic.Size.Bits)) is { } moved
            && moved.Count == plan.Traffic.Count
            && plan.Traffic.All(traffic => moved[(traffic.Memory, traffic.Direction)] == traffic.Size.Bits));

    [Fact]
    public void No_layer_names_a_resource_twice_or_one_that_rests() =>
        ForAll(static (_, plan) => plan.Layers.All(static layer =>
            layer.Resources.DistinctBy(static busy => busy.Resource).Count() == layer.Resources.Count
            && layer.Resources.Skip(1).All(static busy => busy.Time > SimTime.Zero)));

    [Fact]
    public void The_buffer_holds_no_more_than_it_can() =>
        Prop.ForAll(Arb.From(Generators.Layers), Arb.From(Gen.Choose(32, 512)), static (layer, kib) =>
        {
            var options = new NvdlaOptions { Buffer = DataSize.FromKibibytes(kib), Passes = Passes.Multiple };
            return new NvdlaAccelerator(options).Plan(ANetwork(layer, layer), AnyPlacement()).Layers
                .All(planned => planned.Buffer is { } buffer
                && buffer.Features > DataSize.Zero
                    && buffer.Weights >= DataSize.Zero
                    && buffer.Features + buffer.Weights <= options.Buffer);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_more_than_the_buffer_holds_leaves_no_weights_below_zero()
    {
        Layer first = AConvolution(channels: 256, px: 40); // 30 KiB of lines under a row of kernels, 40 KiB with one line more
        LayerPlan plan =
            new NvdlaAccelerator(new NvdlaOptions { Buffer = DataSize.FromKibibytes(32) }).Plan(ANetwork(first), AnyPlacement()).Layers[0];
        plan.Buffer.ShouldBe(new BufferSplit(DataSize.FromKibibytes(32), DataSize.Zero));
    }

    [Fact]
    public void Layers_without_the_multipliers_do_without_the_buffer()
    {
        Layer pooling = AConvolution(kernel: 2) with { Kind = LayerKind.Pooling, TaskParameters = 0 };
        LayerPlan plan = new NvdlaAccelerator(new NvdlaOptions()).Plan(ANetwork(AConvolution(), pooling), AnyPlacement()).Layers[1];
        plan.Buffer.ShouldBeNull();
        plan.Resources[0].ShouldBe(new ResourceTime("compute", SimTime.Zero));
    }

    private static ResourceTime Busiest(LayerPlan layer) => layer.Resources.MaxBy(static busy => busy.Time.Picoseconds)!;

    private static long Busy(InferencePlan plan, string resource) =>
        plan.Layers
            .SelectMany(static layer => layer.Resources)
            .Where(busy => busy.Resource == resource)
            .Sum(static busy => busy.Time.Picoseconds);

    /// <summary>Times are whole picoseconds in each layer, and in the frame.</summary>
    private static long Rounding(InferencePlan plan) => plan.Layers.Count + 1;

    private static void ForAll(Func<NvdlaOptions, InferencePlan, bool> law) =>
        Prop.ForAll(Arb.From(Generators.Options), Arb.From(Generators.Placements), (options, placement) =>
            law(options, new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), placement))).QuickCheckThrowOnFailure();
}
