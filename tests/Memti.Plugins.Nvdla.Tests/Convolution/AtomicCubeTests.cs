using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Options;
using Memti.Plugins.Nvdla.Tests.Workbook;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Convolution;

public sealed class AtomicCubeTests
{
    [Theory]
    [InlineData(32, 8, 4)]
    [InlineData(64, 8, 8)] // nvdla/hw, spec/defs: nv_small
    [InlineData(128, 16, 8)]
    [InlineData(256, 32, 8)] // nv_small_256
    [InlineData(512, 32, 16)] // nv_medium_512
    [InlineData(1024, 32, 32)] // nv_medium_1024_full
    [InlineData(2048, 64, 32)] // nv_large, nv_full
    public void The_array_has_the_channels_and_kernels_of_its_size(int macs, int channels, int kernels) =>
        AtomicCube.Of(macs).ShouldBe(new AtomicCube(channels, kernels));

    [Fact]
    public void In_a_cycle_the_buffer_gives_a_cube_and_a_sixteenth_of_the_weights() =>
        AtomicCube.Of(1024).BufferBytesPerCycle.ShouldBe(32 + (1024 / 16));

    [Theory]
    [InlineData(3, 8, 1, 1)]
    [InlineData(64, 32, 1, 1)]
    [InlineData(65, 32, 1, 2)]
    [InlineData(64, 33, 1, 2)]
    [InlineData(130, 100, 1, 3 * 4)]
    [InlineData(128, 128, 2, 2)] // each group by itself: a cube and two blocks
    [InlineData(64, 64, 64, 64)] // depthwise: a cycle for each channel
    public void A_layer_takes_a_cycle_for_each_cube_block_tap_and_position(int channels, int kernels, int groups, int cubesAndBlocks)
    {
        Layer layer = AConvolution(channels, px: 10, kernels, kernel: 5, stride: 2) with { Groups = groups };
        double blocks = groups == 2 ? 2 * 2 : cubesAndBlocks;
        new AtomicCube(64, 32).Cycles(layer).ShouldBe(blocks * 25 * 5 * 5);
    }

    [Fact]
    public void No_layer_takes_fewer_cycles_than_its_products_over_the_multipliers() => Prop.ForAll(
        (from network in WorkbookGenerators.Networks from bits in Gen.Choose(5, 11) select (Layer: network.Layers[0], Macs: 1 << bits))
            .ToArbitrary(),
        static drawn => new AtomicCube[] { AtomicCube.Of(drawn.Macs), new(drawn.Macs, 1), new(1, drawn.Macs) }
            .All(array => array.Cycles(drawn.Layer) >= drawn.Layer.MultiplyAccumulates / (double)drawn.Macs)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("64x32", 64, 32)]
    [InlineData("32x64", 32, 64)]
    [InlineData("2048x1", 2048, 1)]
    public void A_shape_is_read_as_channels_and_kernels(string text, int channels, int kernels)
    {
        AtomicCube.Parse(text, 2048).ShouldBe(new AtomicCube(channels, kernels));
        AtomicCube.Parse(text, 2048).ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("64x16")]
    [InlineData("64")]
    [InlineData("64x32x1")]
    [InlineData("64 x 32")]
    [InlineData("-64x-32")]
    [InlineData("0x0")]
    [InlineData("512x4.0")]
    [InlineData("any")]
    [InlineData("")]
    public void Another_text_is_refused_with_what_is_permitted(string text)
    {
        Diagnostic refusal = Should.Throw<MemtiException>(() => AtomicCube.Parse(text, 2048)).Diagnostic;
        (refusal.Code, refusal.Key, refusal.Value).ShouldBe((DiagnosticCode.ValueOutOfRange, "array", text));
        refusal.Permitted.ShouldNotBeNull().ShouldContain("64x32");
    }

    [Fact]
    public void Sides_that_are_not_powers_of_two_are_refused() => Should.Throw<MemtiException>(static () => AtomicCube.Parse("3x4", 12));
}
