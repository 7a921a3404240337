using Memti.Abstractions.Accelerators;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Abstractions.Units;
using Memti.Plugins.Nvdla.Options;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests;

public sealed class RefusalTests
{
    public static TheoryData<Layer> LayersThatCannotRun => new()
    {
        AConvolution() with { StrideHeight = 0 },
        AConvolution() with { StrideWidth = 0 },
        AConvolution() with { InputChannels = 0 },
        AConvolution() with { InputHeight = -1 },
        AConvolution() with { InputWidth = 0 },
        AConvolution() with { OutputChannels = 0 },
        AConvolution() with { OutputHeight = 0 },
        AConvolution() with { OutputWidth = 0 },
        AConvolution() with { KernelHeight = 0 },
        AConvolution() with { KernelWidth = -3 },
        AConvolution(px: 4) with { KernelHeight = 7, OutputHeight = 11 },
        AConvolution(channels: 1024, px: 128),
    };

    [Theory]
    [MemberData(nameof(LayersThatCannotRun))]
    public void A_layer_that_cannot_run_is_refused_by_name(Layer layer)
    {
        Diagnostic diagnostic = Refusal(() => new NvdlaAccelerator(new NvdlaOptions()).Plan(ANetwork(layer), AnyPlacement()));
        (diagnostic.Code, diagnostic.Key).ShouldBe((DiagnosticCode.UnsupportedLayer, "conv"));
        diagnostic.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_network_without_layers_is_refused() =>
        Refusal(() => new NvdlaAccelerator(new NvdlaOptions()).Plan(ANetwork(), AnyPlacement())).Code.ShouldBe(DiagnosticCode.BadNetwork);

    [Fact]
    public void Negative_parameters_are_refused() =>
        Refusal(() => new NvdlaAccelerator(new NvdlaOptions()).Plan(ANetwork(AConvolution() with { TaskParameters = -1 }), AnyPlacement()))
            .Code.ShouldBe(DiagnosticCode.BadNetwork);

    [Fact]
    public void Shared_weights_without_a_memory_are_refused() =>
        Refusal(() => new NvdlaAccelerator(new NvdlaOptions()).Plan(AnAdapterNetwork(), AnyPlacement() with { SharedWeights = null }))
            .Code.ShouldBe(DiagnosticCode.BadPlacement);

    [Fact]
    public void A_memory_that_stands_still_is_refused() =>
        Refusal(
            () =>
                new NvdlaAccelerator(new NvdlaOptions()).Plan(
                    APlainNetwork(), WeightsIn(new MemoryPort("dead", true, Bandwidth.Zero, Plenty))))
            .Code.ShouldBe(DiagnosticCode.BadMemoryFigure);

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(1000)]
    [InlineData(4096)]
    public void Multipliers_that_are_no_power_of_two_are_refused(int macs)
    {
        Diagnostic diagnostic = Refusal(() => new NvdlaAccelerator(new NvdlaOptions { Macs = macs }));
        (diagnostic.Code, diagnostic.Key, diagnostic.Permitted).ShouldBe(
            (DiagnosticCode.ValueOutOfRange, "macs", "32, 64, 128, 256, 512, 1024, 2048"));
    }

    [Theory]
    [InlineData(31, 1000, "buffer_kib", "32 to 512")]
    [InlineData(256, 0, "clock_mhz", "1 to 5000")]
    public void Sizes_and_clocks_outside_their_range_are_refused(int kib, double mhz, string key, string permitted)
    {
        var options = new NvdlaOptions { Buffer = DataSize.FromKibibytes(kib), Clock = Frequency.FromMegahertz(mhz) };
        Diagnostic diagnostic = Refusal(() => new NvdlaAccelerator(options));
        (diagnostic.Code, diagnostic.Key, diagnostic.Permitted).ShouldBe((DiagnosticCode.ValueOutOfRange, key, permitted));
    }

    [Fact]
    public void Idling_at_more_than_the_active_power_is_refused()
    {
        var options = new NvdlaOptions { Active = Power.FromMilliwatts(100), Idle = Power.FromMilliwatts(101) };
        Diagnostic diagnostic = Refusal(() => new NvdlaAccelerator(options));
        (diagnostic.Code, diagnostic.Key, diagnostic.Permitted).ShouldBe((DiagnosticCode.ValueOutOfRange, "idle_mw", "0 to 100"));
    }

    private static Diagnostic Refusal(Func<object> act) => Should.Throw<MemtiException>(act).Diagnostic;
}
