using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>What Winograd's transform saves and what it costs are asked for apart.</summary>
public sealed class WinogradTests
{
    private static readonly Layer Square = Engines.AConvolution(channels: 64, px: 16, kernels: 64);

    [Theory]
    [InlineData(2.25, 16.0 / 9)]
    [InlineData(2.25, 1)]
    [InlineData(1, 16.0 / 9)]
    [InlineData(4, 2)]
    public void The_gain_of_cycles_and_the_growth_of_kernels_are_independent(double gain, double growth)
    {
        JsonElement plain = Plans.Second(new PlanOptions { Winograd = WinogradRule.Off }, Square);
        JsonElement layer = Plans.Second(new PlanOptions { WinogradMacGain = gain, WinogradWeightGrowth = growth }, Square);
        layer.Dram("mac_cycles").ShouldBe(plain.Dram("mac_cycles") / gain, 1e-9);
        layer.Number("weight_kb").ShouldBe(plain.Number("weight_kb") * growth, 1e-9);
    }

    [Fact]
    public void Kernels_of_the_first_layer_do_not_grow()
    {
        JsonElement layer = Plans.First(new PlanOptions(), Square);
        (layer.GetProperty("winograd").GetBoolean(), layer.Number("weight_kb")).ShouldBe((true, 36));
    }

    [Theory]
    [InlineData(WinogradRule.Off, 1, false)]
    [InlineData(WinogradRule.UnitStride, 1, true)]
    [InlineData(WinogradRule.UnitStride, 2, false)]
    [InlineData(WinogradRule.Any3x3, 2, true)]
    public void The_rule_says_which_strides_are_transformed(WinogradRule rule, int stride, bool transformed) =>
        Plans.Second(new PlanOptions { Winograd = rule }, Engines.AConvolution(stride: stride))
            .GetProperty("winograd")
            .GetBoolean()
            .ShouldBe(transformed);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void No_other_kernel_is_transformed(int kernel) =>
        Plans.Second(new PlanOptions(), Engines.AConvolution(kernel: kernel)).GetProperty("winograd").GetBoolean().ShouldBeFalse();
}
