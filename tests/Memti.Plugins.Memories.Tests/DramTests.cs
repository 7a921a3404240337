using Memti.Abstractions;
using Memti.Plugins.Dram;

namespace Memti.Plugins.Memories.Tests;

public sealed class DramTests
{
    [Fact]
    public void Lpddr4_3200_on_32_pins_moves_12_8_gigabytes_per_second() =>
        Size(new DramOptions()).Read.GigabytesPerSecond.ShouldBe(12.8, 1e-9);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Power_at_full_rate_is_the_published_200_mW(bool idlePowerDown)
    {
        MemoryFigures figures = Size(new DramOptions { IdlePowerDown = idlePowerDown });
        Power transfer = Power.FromWatts(figures.ReadPerBit.Joules * figures.Read.BytesPerSecond * 8);
        (figures.OnPower + figures.RefreshPower + transfer).Milliwatts.ShouldBe(200, 0.01); // Donato et al. 2019
    }

    [Fact]
    public void A_slower_grade_has_less_bandwidth_and_less_background()
    {
        MemoryFigures slow = Size(new DramOptions { DataRateMts = 1600 });
        slow.Read.GigabytesPerSecond.ShouldBe(6.4, 1e-9);
        slow.OnPower.ShouldBeLessThan(Size(new DramOptions()).OnPower);
    }

    [Fact]
    public void Self_refresh_keeps_contents_at_a_fraction_of_the_background()
    {
        MemoryFigures figures = Size(new DramOptions());
        figures.HasRetention.ShouldBeTrue();
        (figures.RetentionPower + figures.RetentionRefreshPower).ShouldBeLessThan(figures.OnPower / 50);
    }

    private static MemoryFigures Size(DramOptions options) =>
        new DramMemory(options).Size(new MemoryRequest([new ContentBlock(17_506_772, 8)], ShippedArrays.Solver));
}
