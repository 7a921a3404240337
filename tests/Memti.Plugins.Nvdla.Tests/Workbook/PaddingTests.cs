using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>How channels, kernels and strides are padded and folded.</summary>
public sealed class PaddingTests
{
    [Theory]
    [InlineData(1, 65)]
    [InlineData(16, 80)]
    [InlineData(128, 128)]
    public void Kernels_are_padded_for_compute_alone(int alignment, double padded)
    {
        JsonElement layer = Plans.Second(
            new PlanOptions { KernelAlignment = alignment, Macs = 1024 },
            Engines.AConvolution(channels: 64, px: 16, kernels: 65, kernel: 1));
        layer.Dram("mac_cycles").ShouldBe(64 * 16 * 16 * padded / 1024, 1e-9);
        layer.Number("weight_kb").ShouldBe(65 / 16.0, 1e-12);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(16, 16)]
    [InlineData(32, 32)]
    public void Channels_are_padded_in_memory_too(int alignment, double padded) =>
        Plans.Second(new PlanOptions { ChannelAlignment = alignment }, Engines.AConvolution(channels: 3, px: 32, kernel: 1))
            .Number("input_kb")
            .ShouldBe(padded, 1e-12);

    [Theory]
    [InlineData(true, 16 * 112 * 112 * 49 / 4.0, 196, 16)] // 3 channels at stride 2 are 12, padded to 16, of 112 x 112 and kernels of 4 x 4
    [InlineData(false, 16 * 112 * 112 * 49, 784, 49)] // 3 channels, padded to 16, of 224 x 224 and kernels of 7 x 7
    public void A_stride_is_folded_into_channels_where_that_is_asked_for(bool folding, double products, double inputKib, double weightKib)
    {
        Layer layer = Engines.AConvolution(channels: 3, px: 224, kernels: 64, kernel: 7, stride: 2);
        JsonElement plan = Plans.First(new PlanOptions { StrideFolding = folding }, layer);
        plan.Dram("mac_cycles").ShouldBe(products * 64 / 2048, 1e-9);
        (plan.Number("input_kb"), plan.Number("weight_kb")).ShouldBe((inputKib, weightKib));
    }

    [Theory]
    [InlineData(ExtraLine.None, 3, 3)]
    [InlineData(ExtraLine.First, 4, 3)]
    [InlineData(ExtraLine.All, 4, 4)]
    public void The_buffer_holds_a_line_more_where_that_is_asked_for(ExtraLine rule, int linesOfFirst, int linesOfSecond)
    {
        Layer layer = Engines.AConvolution(channels: 64, px: 16); // a line is 1 KiB
        Plans.First(new PlanOptions { ExtraLine = rule }, layer).Number("min_input_kb").ShouldBe(linesOfFirst);
        Plans.Second(new PlanOptions { ExtraLine = rule }, layer).Number("min_input_kb").ShouldBe(linesOfSecond);
    }

    [Fact]
    public void The_buffer_never_holds_more_lines_than_there_are() =>
        Plans.First(new PlanOptions { ExtraLine = ExtraLine.All }, Engines.AConvolution(channels: 512, px: 2))
            .Number("min_input_kb")
            .ShouldBe(2);

    [Fact]
    public void Groups_are_padded_each_by_itself()
    {
        Layer depthwise = Engines.AConvolution(channels: 32, px: 32, kernels: 32) with { Groups = 32 };
        JsonElement plan = Plans.Second(new PlanOptions { Winograd = WinogradRule.Off }, depthwise);
        plan.Dram("mac_cycles").ShouldBe(32 * (16 * 32 * 32 * 16 * 9) / 2048.0, 1e-9);
        (plan.Number("macs"), plan.Number("input_kb")).ShouldBe((32 * 32 * 32 * 9, 32 * 16));
    }

    [Fact]
    public void Features_and_weights_of_two_bytes_take_twice_the_room()
    {
        Layer layer = Engines.AConvolution(channels: 64, px: 16, kernel: 1);
        JsonElement one = Plans.Second(new PlanOptions(), layer);
        JsonElement two = Plans.Second(new PlanOptions { FeatureBytes = 2, WeightBytes = 2 }, layer);
        foreach (string size in new[] { "input_kb", "min_input_kb", "output_kb", "weight_kb", "min_weight_kb" })
            two.Number(size).ShouldBe(2 * one.Number(size), size);
    }
}
