using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Convolution;

/// <summary>The array of an engine in a scenario.</summary>
public sealed class EngineArrayTests
{
    [Theory]
    [InlineData(1024, null, 2 * 2)] // 32x32: 33 channels are two cubes, 40 kernels two blocks
    [InlineData(1024, "64x16", 1 * 3)]
    [InlineData(1024, "16x64", 3 * 1)]
    [InlineData(64, null, 5 * 5)]
    [InlineData(256, null, 2 * 5)]
    public void Cycles_follow_the_shape(int macs, string? array, double cubesAndBlocks) =>
        Cycles(new NvdlaOptions { Macs = macs, Array = array }).ShouldBe(cubesAndBlocks * 9 * 16 * 16, 1e-9);

    [Theory]
    [InlineData(null, 48 * 48)]
    [InlineData(128, 48 * 128)]
    public void Without_a_shape_they_are_those_of_the_workbook(int? alignment, double channelsAndKernels) =>
        Cycles(new NvdlaOptions { Array = "none", KernelAlignment = alignment }).ShouldBe(channelsAndKernels * 9 * 16 * 16 / 1024, 1e-9);

    [Fact]
    public void Folding_a_stride_moves_no_cycle_of_an_array()
    {
        Layer layer = AConvolution(channels: 3, px: 64, kernels: 32, kernel: 7, stride: 2);
        Cycles(new NvdlaOptions { StrideFolding = true }, layer).ShouldBe(49 * 32 * 32);
        Cycles(new NvdlaOptions(), layer).ShouldBe(49 * 32 * 32);
    }

    [Fact]
    public void The_shape_moves_no_traffic()
    {
        InferencePlan flat = Plan(new NvdlaOptions { Array = "none" });
        foreach (string? array in new[] { null, "1024x1", "1x1024" })
            Plan(new NvdlaOptions { Array = array }).Traffic.ShouldBe(flat.Traffic);
    }

    [Theory]
    [InlineData("32x16", null, "array")]
    [InlineData("any", null, "array")]
    [InlineData(null, 16, "kernel_alignment")]
    [InlineData("32x32", 128, "kernel_alignment")]
    public void What_contradicts_the_multipliers_or_the_shape_is_refused(string? array, int? alignment, string key)
    {
        Diagnostic refusal =
            Should.Throw<MemtiException>(
                () => new NvdlaAccelerator(new NvdlaOptions { Array = array, KernelAlignment = alignment })).Diagnostic;
        (refusal.Code, refusal.Key).ShouldBe((DiagnosticCode.ValueOutOfRange, key));
        refusal.Permitted.ShouldNotBeNullOrEmpty();
    }

    private static double Cycles(NvdlaOptions options) => Cycles(options, AConvolution(channels: 33, px: 16, kernels: 40));

    private static double Cycles(NvdlaOptions options, Layer layer)
    {
        options.Winograd = false;
        return new NvdlaAccelerator(options).Plan(ANetwork(layer), AnyPlacement()).Layers[0].ComputeCycles;
    }

    private static InferencePlan Plan(NvdlaOptions options) => new NvdlaAccelerator(options).Plan(AnAdapterNetwork(), AnyPlacement());
}
