using Memti.Abstractions.Models;
using static Memti.Plugins.Nvdla.Tests.Engines;

namespace Memti.Plugins.Nvdla.Tests.Device;

public sealed class InterruptTests
{
    /// <summary>SDP, CDMA data, CDMA weights and CACC of group 0.</summary>
    private const uint ConvolutionBits = 0x0015_0001;

    private readonly DeviceBench _bench = new();

    [Fact]
    public void The_version_is_that_of_the_first_release() => _bench.Read("GLB", "S_NVDLA_HW_VERSION").ShouldBe(0x0030_3031u);

    [Fact]
    public void Writing_1_to_the_set_register_raises_a_bit_and_the_line()
    {
        _bench.Write("GLB", "S_INTR_SET", 0x10);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(0x10u);
        _bench.Interrupts.ShouldBeTrue();
    }

    [Fact]
    public void The_set_register_reads_as_zero()
    {
        _bench.Write("GLB", "S_INTR_SET", 0x10);
        _bench.Read("GLB", "S_INTR_SET").ShouldBe(0u);
    }

    [Fact]
    public void Bits_that_no_unit_has_cannot_be_set()
    {
        _bench.Write("GLB", "S_INTR_SET", uint.MaxValue);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(0x003F_03FFu);
    }

    [Fact]
    public void Writing_1_to_a_status_bit_clears_it_and_no_other()
    {
        _bench.Write("GLB", "S_INTR_SET", 0x13);
        _bench.Write("GLB", "S_INTR_STATUS", 0x11);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(2u);
    }

    [Fact]
    public void The_line_goes_with_the_last_unmasked_bit()
    {
        _bench.Write("GLB", "S_INTR_SET", 0x3);
        _bench.Write("GLB", "S_INTR_STATUS", 1);
        _bench.Interrupts.ShouldBeTrue();
        _bench.Write("GLB", "S_INTR_STATUS", 2);
        _bench.Interrupts.ShouldBeFalse();
    }

    [Fact]
    public void A_mask_bit_of_1_silences_and_leaves_the_status()
    {
        _bench.Write("GLB", "S_INTR_MASK", 1);
        _bench.Write("GLB", "S_INTR_SET", 1);
        _bench.Interrupts.ShouldBeFalse();
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(1u);
    }

    [Fact]
    public void Taking_a_mask_away_raises_what_waits_behind_it()
    {
        _bench.Write("GLB", "S_INTR_MASK", 1);
        _bench.Write("GLB", "S_INTR_SET", 1);
        _bench.Write("GLB", "S_INTR_MASK", 0);
        _bench.Interrupts.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_masked_after_reset() => _bench.Read("GLB", "S_INTR_MASK").ShouldBe(0u);

    [Theory]
    [InlineData(0u, ConvolutionBits)]
    [InlineData(1u, ConvolutionBits << 1)]
    public void A_convolution_raises_the_bits_of_its_units_and_its_group(uint group, uint bits)
    {
        if (group == 1)
            Finish(AConvolution(), 0);
        Finish(AConvolution(), group);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(bits);
    }

    [Fact]
    public void Pooling_raises_the_bit_of_the_pooling_unit()
    {
        Finish(APooling(), 0);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(0x10u);
    }

    [Fact]
    public void A_done_event_wins_over_a_clear_in_the_same_cycle()
    {
        Start(AConvolution(), 0);
        _bench.Machine.RunUntilInterrupt();
        _bench.Write("GLB", "S_INTR_STATUS", uint.MaxValue);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(ConvolutionBits);
    }

    [Fact]
    public void A_clear_in_the_next_cycle_takes_effect()
    {
        Start(AConvolution(), 0);
        _bench.Machine.RunUntilInterrupt();
        _bench.Machine.RunUntil(_bench.Machine.Now + _bench.Options.Clock.Cycles(1));
        _bench.Write("GLB", "S_INTR_STATUS", uint.MaxValue);
        _bench.Read("GLB", "S_INTR_STATUS").ShouldBe(0u);
    }

    [Fact]
    public void A_done_event_sets_a_bit_again_that_was_cleared_just_before()
    {
        Start(AConvolution(), 0);
        _bench.Write("GLB", "S_INTR_SET", 1);
        _bench.Write("GLB", "S_INTR_STATUS", 1);
        _bench.Machine.RunUntilIdle();
        (_bench.Read("GLB", "S_INTR_STATUS") & 1).ShouldBe(1u);
    }

    internal static Layer APooling(int channels = 64, int px = 16, int window = 2) =>
        AConvolution(channels, px, channels, window, window) with
        {
            Kind = LayerKind.Pooling,
            TaskParameters = 0,
        };

    private void Start(Layer layer, uint group) => _bench.Enable(_bench.Program(layer, group));

    /// <summary>Runs a layer; only its own bits are left before it ends.</summary>
    private void Finish(Layer layer, uint group)
    {
        _bench.Machine.RunUntil(_bench.Machine.Now + _bench.Options.Clock.Cycles(1));
        _bench.Write("GLB", "S_INTR_STATUS", uint.MaxValue);
        Start(layer, group);
        _bench.Machine.RunUntilIdle();
    }
}
