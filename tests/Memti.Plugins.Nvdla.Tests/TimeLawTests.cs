using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

public sealed class TimeLawTests
{
    [Fact]
    public void Durations_of_the_layers_add_up_to_the_picosecond() =>
        ForAnyPlan(static (options, placement) =>
        {
            InferencePlan plan = Plan(options, placement);
            return plan.Layers.Sum(static layer => layer.Duration.Picoseconds) == plan.Duration.Picoseconds
                && plan.Layers.All(static layer => layer.Duration >= SimTime.Zero);
        });

    [Fact]
    public void Overlap_over_the_whole_frame_is_never_slower_than_within_layers() =>
        ForAnyPlan(static (options, placement) =>
        {
            options.TimeModel = TimeModel.WholeFrame;
            SimTime frame = Plan(options, placement).Duration;
            options.TimeModel = TimeModel.LayerMaximum;
            return frame <= Plan(options, placement).Duration;
        });

    [Fact]
    public void Energy_and_powers_are_never_negative() =>
        ForAnyPlan(static (options, placement) =>
        {
            var engine = new NvdlaAccelerator(options);
            return engine.Plan(AnAdapterNetwork(), placement).DynamicEnergy >= Energy.Zero
                && engine.Figures.OnPower >= Power.Zero && engine.Figures.OffPower >= Power.Zero;
        });

    [Fact]
    public void More_multipliers_are_never_slower() =>
        NeverSlower(static options => options.Macs = Math.Min(2048, 2 * options.Macs));

    [Fact]
    public void A_faster_clock_is_never_slower() => NeverSlower(static options => options.Clock *= 1.5);

    [Fact]
    public void A_faster_weight_port_is_never_slower() => NeverSlower(static options => options.WeightPort *= 1.5);

    [Fact]
    public void Faster_feature_ports_are_never_slower() =>
        NeverSlower(
            static options =>
                (options.FeaturePortRead, options.FeaturePortWrite) = (options.FeaturePortRead * 1.5, options.FeaturePortWrite * 1.2));

    [Fact]
    public void A_larger_buffer_is_never_slower() =>
        NeverSlower(static options => options.Buffer = DataSize.FromKibibytes(Math.Min(512, options.Buffer.Kibibytes + 37)));

    [Fact]
    public void Faster_memories_are_never_slower() =>
        ForAnyPlan(static (options, placement) => Plan(options, Faster(placement)).Duration <= Plan(options, placement).Duration);

    [Fact]
    public void The_same_input_gives_the_same_plan() =>
        ForAnyPlan(static (options, placement) => Plan(options, placement).Layers.Zip(Plan(options, placement).Layers).All(IsSame));

    /// <summary>Records compare their lists by reference.</summary>
    private static bool IsSame((LayerPlan One, LayerPlan Other) pair) =>
        pair.One with { Resources = [], Traffic = [] } == pair.Other with { Resources = [], Traffic = [] }
        && pair.One.Resources.SequenceEqual(pair.Other.Resources) && pair.One.Traffic.SequenceEqual(pair.Other.Traffic);

    private static void NeverSlower(Action<NvdlaOptions> improve) =>
        ForAnyPlan((options, placement) =>
        {
            SimTime before = Plan(options, placement).Duration;
            improve(options);
            return Plan(options, placement).Duration <= before;
        });

    private static void ForAnyPlan(Func<NvdlaOptions, Placement, bool> law) =>
        Prop.ForAll(Arb.From(Generators.Options), Arb.From(Generators.Placements), law).QuickCheckThrowOnFailure();

    private static InferencePlan Plan(NvdlaOptions options, Placement placement) =>
        new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), placement);

    private static Placement Faster(Placement placement) => new()
    {
        SharedWeights = Faster(placement.SharedWeights!),
        TaskWeights = Faster(placement.TaskWeights),
        Activations = Faster(placement.Activations),
        Input = Faster(placement.Input),
    };

    private static MemoryPort Faster(MemoryPort port) => port with { Read = port.Read * 1.3, Write = port.Write * 1.7 };
}
