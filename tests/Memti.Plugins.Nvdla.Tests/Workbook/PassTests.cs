using System.Text.Json;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

/// <summary>How often operands are read that do not fit the buffer.</summary>
public sealed class PassTests
{
    [Theory]
    [InlineData(32, 7)] // the group of 64 KiB keeps to half of the buffer: 98 KiB of input in parts of 16 KiB
    [InlineData(128, 2)] // in parts of 64 KiB
    [InlineData(512, 1)]
    public void Weights_are_read_once_for_each_part_of_an_input_that_stays(double bufferKib, int passes)
    {
        // 2048 channels of 7 x 7: 98 KiB; 64 kernels of 1 x 1: 128 KiB, the larger operand; output 3.0625 KiB.
        JsonElement layer = Plans.Second(new PlanOptions { CbufKb = bufferKib }, Engines.AConvolution(2048, 7, 64, 1));
        layer.GetProperty("dram_only").GetProperty("smaller_operand").GetString().ShouldBe("feature");
        layer.Dram("dram_kb").ShouldBe((passes * 128) + 98 + 3.0625, 1e-9);
    }

    [Theory]
    [InlineData(64, 3)] // 144 KiB of kernels beside 10.5 KiB of lines
    [InlineData(256, 1)]
    public void The_input_is_read_once_for_each_part_of_weights_that_stay(double bufferKib, int passes)
    {
        // 64 channels of 56 x 56: 196 KiB, the larger operand; output 784 KiB.
        JsonElement layer = Plans.Second(
            new PlanOptions { CbufKb = bufferKib, Winograd = WinogradRule.Off }, Engines.AConvolution(64, 56, 256));
        layer.GetProperty("dram_only").GetProperty("smaller_operand").GetString().ShouldBe("weight");
        layer.Dram("dram_kb").ShouldBe(144 + (passes * 196) + 784, 1e-9);
    }

    [Fact]
    public void A_single_pass_reads_each_operand_once_whatever_the_buffer()
    {
        JsonElement layer = Plans.Second(new PlanOptions { CbufKb = 32, Passes = Passes.Single }, Engines.AConvolution(2048, 7, 64, 1));
        layer.Dram("dram_kb").ShouldBe(128 + 98 + 3.0625, 1e-9);
        layer.Dram("dram_kb_single_pass").ShouldBe(layer.Dram("dram_kb"), 1e-9);
    }

    [Fact]
    public void A_layer_that_adds_moves_its_second_operand_too()
    {
        Layer layer = Engines.AConvolution(channels: 64, px: 16, kernel: 1); // output 16 KiB
        double plain = Plans.Second(new PlanOptions(), layer).Dram("dram_kb");
        Plans.Second(new PlanOptions(), layer with { AddsOperand = true }).Dram("dram_kb").ShouldBe(plain + 16, 1e-9);
    }

    [Fact]
    public void Pooling_behind_a_layer_is_done_before_its_output_is_stored()
    {
        Layer layer = Engines.AConvolution(channels: 64, px: 16, kernel: 1) with { Pooling = new PoolingWindow(2, 2, 2, 2) };
        Plans.Second(new PlanOptions(), layer).Number("output_kb").ShouldBe(4);
    }
}
