using System.Text.Json;
using Memti.Abstractions.Diagnostics;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class PresetTests
{
    [Theory]
    [InlineData("workbook", "none", 2048, 512, 10, 16)]
    [InlineData("nv_small", "8x8", 64, 128, 1, 1)]
    [InlineData("nv_small_256", "32x8", 256, 128, 5, 1)]
    [InlineData("nv_medium_512", "32x16", 512, 512, 10, 1)]
    [InlineData("nv_medium_1024", "32x32", 1024, 512, 15, 1)]
    [InlineData("nv_large", "64x32", 2048, 512, 20, 1)]
    [InlineData("nv_full", "64x32", 2048, 512, 20, 16)]
    [InlineData("memti", "32x32", 1024, 256, 12.8, 16)]
    public void A_preset_fills_in_the_machine(string preset, string array, int macs, double bufferKib, double rate, int batch)
    {
        JsonElement input = Plans.Plan(new PlanOptions { Preset = preset }, Plans.Shipped("alexnet")).GetProperty("input");
        (input.Number("macs"), input.Number("cbuf_kb"), input.Number("dram_gbps"), input.Number("fc_batch")).ShouldBe(
            (macs, bufferKib, rate, batch));
        input.GetProperty("array").GetString().ShouldBe(array);
    }

    [Theory]
    [InlineData("nv_small", false)]
    [InlineData("nv_small_256", false)]
    [InlineData("nv_medium_512", false)]
    [InlineData("nv_medium_1024", false)]
    [InlineData("nv_large", false)]
    [InlineData("nv_full", true)]
    [InlineData("memti", true)]
    public void Only_the_full_machines_have_Winograd(string preset, bool winograd) =>
        Plans.Second(new PlanOptions { Preset = preset }, Engines.AConvolution()).GetProperty("winograd").GetBoolean().ShouldBe(winograd);

    [Fact]
    public void The_engine_of_the_paper_transforms_kernels_on_the_fly() =>
        Plans.Second(new PlanOptions { Preset = "memti" }, Engines.AConvolution()).Number("weight_kb").ShouldBe(36);

    [Fact]
    public void What_is_given_goes_before_the_preset()
    {
        var options = new PlanOptions
        {
            Preset = "nv_small",
            Macs = 128,
            CbufKb = 256,
            DramGbps = 2,
            ClockMhz = 500,
            FcBatch = 8,
            Winograd = WinogradRule.Any3x3
        };
        JsonElement plan = Plans.Plan(options, Engines.ANetwork(Engines.AConvolution()));
        JsonElement input = plan.GetProperty("input");
        (
            input.Number("macs"),
            input.Number("cbuf_kb"),
            input.Number("dram_gbps"),
            input.Number("clock_mhz"),
            input.Number("fc_batch")).ShouldBe((128, 256, 2, 500, 8));
        plan.GetProperty("layers")[0].GetProperty("winograd").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("nv_small")]
    [InlineData("nv_small_256")]
    [InlineData("nv_medium_512")]
    public void The_small_machines_have_no_second_memory(string preset)
    {
        var options = new PlanOptions { Preset = preset, Organisation = MachineOrganisation.WithSram };
        Diagnostic refusal = Plans.Refusal(() => PlanStudy.Run(options, Plans.Shipped("alexnet")));
        (refusal.Code, refusal.Key, refusal.Value).ShouldBe((DiagnosticCode.ValueOutOfRange, "organisation", "with_sram"));
        refusal.Permitted.ShouldNotBeNull().ShouldContain("dram_only");
    }

    [Theory]
    [InlineData("alexnet", "auto", "alexnet")]
    [InlineData("resnet50", "auto", "resnet50")]
    [InlineData("resnet50", "none", null)]
    [InlineData("googlenet", "auto", null)]
    public void A_sheet_is_found_by_the_network(string network, string sheet, string? found) =>
        Plans.Plan(new PlanOptions { Sheet = sheet }, Plans.Shipped(network)).GetProperty("sheet").GetString().ShouldBe(found);

    [Fact]
    public void Without_its_sheet_a_network_keeps_its_own_channels() =>
        Plans.Plan(new PlanOptions { Sheet = "none" }, Plans.Shipped("resnet50")).GetProperty("layers")[2].Number("c").ShouldBe(64);
}
