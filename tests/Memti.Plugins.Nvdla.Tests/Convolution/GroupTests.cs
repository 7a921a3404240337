using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Convolution;

/// <summary>A layer in groups is as many layers of a group's channels and kernels, in compute and in the buffer.</summary>
public sealed class GroupTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(32)]
    public void Cycles_are_those_of_all_groups(int groups)
    {
        Layer one = AConvolution(channels: 64 / groups, px: 16, kernels: 64 / groups);
        Plan(InGroups(groups)).ComputeCycles.ShouldBe(groups * Plan(one).ComputeCycles, 1e-9);
    }

    [Fact]
    public void Weights_grow_with_Winograd_by_what_the_groups_have()
    {
        var options = new NvdlaOptions { WinogradWeightGrowth = 16.0 / 9 };
        Plan(InGroups(2), options).TaskWeights.ShouldBe(DataSize.FromBytes(64 * 32 * 16));
    }

    [Fact]
    public void An_operand_is_read_as_often_as_for_one_group()
    {
        // A group has 256 channels of 7 x 7, 12.25 KiB, and 128 kernels of 3 x 3, 288 KiB, the larger operand. 16 KiB of the buffer are
        // left to the input.
        Layer layer = AConvolution(channels: 1024, px: 7, kernels: 512) with { Groups = 4, TaskParameters = 256 * 512 * 9 };
        var options = new NvdlaOptions { Buffer = DataSize.FromKibibytes(32), Passes = Passes.Multiple };
        Plan(layer, options).TaskWeights.ShouldBe(DataSize.FromBytes(256 * 512 * 9));
        Plan(layer with { Groups = 1, TaskParameters = 1024 * 512 * 9 }, options).TaskWeights
            .ShouldBe(DataSize.FromBytes(4L * 1024 * 512 * 9));
    }

    private static Layer InGroups(int groups) =>
        AConvolution(channels: 64, px: 16, kernels: 64) with { Groups = groups, TaskParameters = 64 / groups * 64 * 9 };

    /// <summary>Behind another layer, because the first one has rules of its own.</summary>
    private static LayerPlan Plan(Layer layer, NvdlaOptions? options = null) =>
        new NvdlaAccelerator(options ?? new NvdlaOptions()).Plan(ANetwork(AConvolution(px: 4), layer), AnyPlacement()).Layers[1];
}
