using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Timing;

/// <summary>The time before the first product and behind the last one, which no time model counts.</summary>
public sealed class OvertureTests
{
    private static readonly MemoryPort Slow = new(
        "all", OnChip: false, Bandwidth.FromGigabytesPerSecond(1), Bandwidth.FromGigabytesPerSecond(2));

    private static readonly Placement OneMemory = new() { TaskWeights = Slow, Activations = Slow, Input = Slow };

    [Fact]
    public void The_first_fill_loads_the_input_that_stays_and_a_group_of_kernels() =>
        // 16 channels of 16 x 16: 4 KiB; 32 kernels of 3 x 3 of 64: 4.5 KiB, more than the four lines under them.
        Plan(AConvolution(channels: 16, px: 16, kernels: 64)).FirstFill.Nanoseconds.ShouldBe(4096 + 4608, 0.01);

    [Fact]
    public void The_first_fill_loads_the_weights_that_stay_and_the_lines_under_them() =>
        // 16 channels of 128 x 128: two lines of 2 KiB; 64 kernels of 1 x 1: 1 KiB.
        Plan(AConvolution(channels: 16, px: 128, kernels: 64, kernel: 1)).FirstFill.Nanoseconds.ShouldBe(4096 + 1024, 0.01);

    [Fact]
    public void The_first_fill_loads_no_padding_that_is_not_stored() =>
        Plan(AConvolution(channels: 1, px: 2, kernels: 16, kernel: 1)).FirstFill.Nanoseconds.ShouldBe(4 + 16, 0.01);

    [Fact]
    public void The_drain_writes_the_last_output_as_it_is_stored()
    {
        Layer last = AConvolution(channels: 16, px: 16, kernels: 16);
        Plan(AConvolution(), last).Drain.Nanoseconds.ShouldBe(16 * 256 / 2.0, 0.01);
        Plan(AConvolution(), last with { Pooling = new PoolingWindow(2, 2, 2, 2) }).Drain.Nanoseconds.ShouldBe(16 * 64 / 2.0, 0.01);
    }

    [Fact]
    public void Neither_is_part_of_the_inference() =>
        Prop.ForAll(Arb.From(Generators.Options), Arb.From(Generators.Placements), static (options, placement) =>
        {
            InferencePlan plan = new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), placement);
            return plan.FirstFill > SimTime.Zero && plan.Drain > SimTime.Zero
                && plan.Layers.Sum(static layer => layer.Duration.Picoseconds) == plan.Duration.Picoseconds;
        }).QuickCheckThrowOnFailure();

    private static InferencePlan Plan(params Layer[] layers) => new NvdlaAccelerator(new NvdlaOptions()).Plan(ANetwork(layers), OneMemory);
}
