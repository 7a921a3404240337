using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

/// <summary>
/// ResNet-50, "dram_only", of nvdla/hw perf/NVDLA_OpenSource_Performance.xlsx: 2048 MACs, kernels padded to 128, stride folding.
/// </summary>
public sealed class WorkbookTests
{
    [Theory]
    [InlineData(3, 224, 64, 7, 2, 153_664)] // row 11
    [InlineData(256, 56, 64, 1, 1, 50_176)] // row 13
    [InlineData(64, 56, 64, 3, 1, 50_176)] // row 14, Winograd
    [InlineData(1024, 14, 2048, 1, 2, 50_176)] // row 54
    [InlineData(512, 7, 512, 3, 1, 25_088)] // row 56, Winograd
    public void Cycles_of_a_layer_are_those_of_the_sheet(int channels, int px, int kernels, int kernel, int stride, double cycles)
    {
        var options = new NvdlaOptions
        {
            Macs = 2048,
            Array = "none",
            Buffer = DataSize.FromKibibytes(512),
            KernelAlignment = 128,
            StrideFolding = true
        };
        InferencePlan plan = new NvdlaAccelerator(options).Plan(
            ANetwork(AConvolution(channels, px, kernels, kernel, stride)), AnyPlacement());
        plan.Layers[0].ComputeCycles.ShouldBe(cycles, 1e-9 * cycles);
    }

    [Theory]
    [InlineData(32, 64, 7)] // weights stay at half of the buffer: 98 KiB of input in parts of 16 KiB
    [InlineData(128, 64, 2)] // 98 KiB of input in parts of 64 KiB
    [InlineData(512, 64, 1)]
    public void An_input_too_large_for_the_buffer_has_weights_read_once_for_each_part(int bufferKib, int kernels, long passes)
    {
        // 2048 channels of 7 x 7: 98 KiB. 64 kernels of 1x1: 128 KiB, the larger operand. A group of 32: 64 KiB.
        Layer layer = AConvolution(channels: 2048, px: 7, kernels, kernel: 1);
        WeightPasses(layer, bufferKib).ShouldBe(passes);
    }

    [Fact]
    public void Single_pass_reads_each_weight_once_whatever_the_buffer() =>
        new NvdlaAccelerator(new NvdlaOptions { Buffer = DataSize.FromKibibytes(32) })
            .Plan(ANetwork(AConvolution(2048, 7, 64, 1)), AnyPlacement()).Layers[0].TaskWeights.ShouldBe(DataSize.FromBytes(2048 * 64));

    [Fact]
    public void Weights_too_large_to_stay_have_the_input_read_once_for_each_part()
    {
        // 64 channels of 56 x 56: 196 KiB, the larger operand. 256 kernels of 3x3: 144 KiB beside 10.5 KiB of lines in 64 KiB: 3 parts.
        Layer layer = AConvolution(channels: 64, px: 56, kernels: 256);
        InferencePlan plan = Second(layer, new NvdlaOptions { Passes = Passes.Multiple, Buffer = DataSize.FromKibibytes(64) });
        plan.Layers[1].Input.ShouldBe(DataSize.FromBytes(64 * 56 * 56) * 3);
        plan.Layers[1].TaskWeights.ShouldBe(DataSize.FromBytes(64 * 256 * 9));
    }

    [Fact]
    public void Transformed_kernels_grow_by_16_to_9_but_not_in_the_first_layer()
    {
        InferencePlan plan = Second(AConvolution(channels: 64, kernels: 64), new NvdlaOptions { WinogradWeightGrowth = 16.0 / 9 });
        plan.Layers[0].TaskWeights.ShouldBe(DataSize.FromBytes(64 * 64 * 9));
        plan.Layers[1].TaskWeights.ShouldBe(DataSize.FromBytes(64 * 64 * 16));
    }

    private static long WeightPasses(Layer layer, int bufferKib)
    {
        var options = new NvdlaOptions { Passes = Passes.Multiple, Buffer = DataSize.FromKibibytes(bufferKib) };
        return Second(layer, options).Layers[1].TaskWeights.Bits / (8 * layer.TaskParameters);
    }

    /// <summary>The first layer has a rule of its own, so the layer stands behind another.</summary>
    private static InferencePlan Second(Layer layer, NvdlaOptions options) =>
        new NvdlaAccelerator(options).Plan(ANetwork(AConvolution(px: 8), layer), AnyPlacement());
}
