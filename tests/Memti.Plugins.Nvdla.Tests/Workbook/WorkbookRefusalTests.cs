using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class WorkbookRefusalTests
{
    private const string Macs = "32, 64, 128, 256, 512, 1024, 2048";
    private const string Layers = "none, or numbers and ranges from 1 such as 7-53,55";

    public static TheoryData<PlanOptions, string, string, string> WrongPlans => new()
    {
        { new PlanOptions { Macs = 33 }, "macs", "33", Macs },
        {
            new PlanOptions { Preset = "nv_tiny" },
            "preset",
            "nv_tiny",
            "workbook, nv_small, nv_small_256, nv_medium_512, nv_medium_1024, nv_large, nv_full, memti"
        },
        {
            new PlanOptions { Array = "64x16" },
            "array",
            "64x16",
            "none, or channels x kernels, powers of two whose product is macs, 2048, such as 64x32"
        },
        {
            new PlanOptions { Preset = "nv_small", KernelAlignment = 16 },
            "kernel_alignment",
            "16",
            "with array: none; an array of 8x8 pads kernels to 8"
        },
        {
            new PlanOptions { Sheet = "resnet50" },
            "sheet",
            "resnet50",
            "auto, none, alexnet for a network of 11 layers, resnet50 for a network of 54 layers"
        },
        {
            new PlanOptions { Sheet = "vgg" },
            "sheet",
            "vgg",
            "auto, none, alexnet for a network of 11 layers, resnet50 for a network of 54 layers"
        },
        { new PlanOptions { SpilledLayers = "x-y" }, "spilled_layers", "x-y", Layers },
        { new PlanOptions { SpilledLayers = "9-7" }, "spilled_layers", "9-7", Layers },
        { new PlanOptions { CappedLayers = "0" }, "capped_layers", "0", Layers },
        { new PlanOptions { CappedLayers = "1-2-3" }, "capped_layers", "1-2-3", Layers },
        { new PlanOptions { CappedLayers = "1,,2" }, "capped_layers", "1,,2", Layers },
        { new PlanOptions { CappedLayers = "" }, "capped_layers", "", Layers },
    };

    public static TheoryData<SweepOptions, string, string, string> WrongSweeps => new()
    {
        { new SweepOptions { Macs = "33" }, "macs", "33", Macs },
        { new SweepOptions { Macs = "64.5" }, "macs", "64.5", Macs },
        { new SweepOptions { Macs = "64;128" }, "macs", "64;128", "numbers from 32 to 2048" },
        { new SweepOptions { Macs = "16" }, "macs", "16", "numbers from 32 to 2048" },
        { new SweepOptions { Array = "8x8" }, "array", "8x8", "powers of two whose product is macs, 32, such as 8x4" },
        { new SweepOptions { CbufKb = "1" }, "cbuf_kb", "1", "numbers from 32 to 512" },
        { new SweepOptions { CbufKb = "32:513:32" }, "cbuf_kb", "32:513:32", "numbers from 32 to 512" },
        { new SweepOptions { CbufKb = "512:32" }, "cbuf_kb", "512:32", "numbers from 32 to 512" },
        { new SweepOptions { CbufKb = "" }, "cbuf_kb", "", "numbers from 32 to 512" },
        { new SweepOptions { DramGbps = "1:2:3:4" }, "dram_gbps", "1:2:3:4", "numbers from 0.001 to 10000" },
        { new SweepOptions { DramGbps = "1:2:0" }, "dram_gbps", "1:2:0", "numbers from 0.001 to 10000" },
        { new SweepOptions { DramGbps = "1e3" }, "dram_gbps", "1e3", "numbers from 0.001 to 10000" },
        { new SweepOptions { DramGbps = "NaN" }, "dram_gbps", "NaN", "numbers from 0.001 to 10000" },
        { new SweepOptions { DramGbps = "0.001:10000:0.001" }, "dram_gbps", "0.001:10000:0.001", "100000 at the most" },
        {
            new SweepOptions { CbufKb = "32:512:0.5", DramGbps = "1:1000:1" },
            "macs, cbuf_kb, dram_gbps",
            "6727000 points",
            "1000000 at the most"
        },
    };

    public static TheoryData<Layer> LayersThatCannotRun => new()
    {
        Engines.AConvolution(channels: 1024, px: 512),
        Engines.AConvolution() with { StrideHeight = 0 },
        Engines.AConvolution() with { StrideWidth = 0 },
        Engines.AConvolution() with { Groups = 0 },
        Engines.AConvolution() with { Groups = 3 },
        Engines.AConvolution() with { Pooling = new PoolingWindow(2, 2, 0, 2) },
        Engines.AConvolution() with { Pooling = new PoolingWindow(2, 0, 2, 2) },
    };

    [Theory]
    [MemberData(nameof(WrongPlans))]
    public void A_wrong_value_of_a_plan_is_refused_with_what_is_permitted(PlanOptions options, string key, string value, string permitted)
    {
        Diagnostic refusal = Plans.Refusal(() => PlanStudy.Run(options, Plans.Shipped("googlenet")));
        (refusal.Code, refusal.Key, refusal.Value, refusal.Permitted).ShouldBe((DiagnosticCode.ValueOutOfRange, key, value, permitted));
    }

    [Theory]
    [MemberData(nameof(WrongSweeps))]
    public void A_wrong_list_of_a_sweep_is_refused_with_what_is_permitted(SweepOptions options, string key, string value, string permitted)
    {
        Diagnostic refusal = Plans.Refusal(() => SweepStudy.Run(options, Plans.Shipped("googlenet")));
        (refusal.Code, refusal.Key, refusal.Value).ShouldBe((DiagnosticCode.ValueOutOfRange, key, value));
        refusal.Permitted.ShouldNotBeNull().ShouldContain(permitted);
    }

    [Theory]
    [MemberData(nameof(LayersThatCannotRun))]
    public void A_layer_that_cannot_run_is_refused_by_name(Layer layer)
    {
        Diagnostic refusal =
            Plans.Refusal(() => PlanStudy.Run(new PlanOptions(), Engines.ANetwork(Engines.AConvolution(), layer with { Name = "wide" })));
        (refusal.Code, refusal.Key).ShouldBe((DiagnosticCode.UnsupportedLayer, "wide"));
        refusal.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_layer_that_fits_no_buffer_at_all_has_its_other_faults_found_by_a_sweep_too() =>
        Plans.Refusal(() => SweepStudy.Run(new SweepOptions(), Engines.ANetwork(Engines.AConvolution() with { StrideHeight = 0 })))
            .Code.ShouldBe(DiagnosticCode.UnsupportedLayer);
}
