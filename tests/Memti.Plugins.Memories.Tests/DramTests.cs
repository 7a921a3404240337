using Memti.Abstractions.Memories;
using Memti.Abstractions.Units;
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
    public void Power_at_full_rate_with_the_numbers_of_the_paper_is_the_published_200_mW(bool idlePowerDown)
    {
        MemoryFigures figures = Size(new DramOptions
        {
            IdlePowerDown = idlePowerDown,
            Background = Power.FromMilliwatts(183),
            Refresh = Power.FromMilliwatts(2),
            EnergyPerBit = Energy.FromPicojoules(0.1465),
        });
        FullRate(figures).Milliwatts.ShouldBe(200, 0.01); // Donato et al. 2019
    }

    [Fact]
    public void Power_at_full_rate_is_that_of_the_data_sheet_and_of_the_interface()
    {
        const double VoltsCore = 1.1;
        const double BurstRead = (2.25 * 1.8) + (275 * VoltsCore) + (150 * VoltsCore); // IDD4R1, IDD4R2, IDD4RQ of a die of 32 pins, mA
        const double Interface = 20;
        FullRate(Size(new DramOptions())).Milliwatts.ShouldBe(BurstRead + Interface, 0.03 * BurstRead); // rows and refresh are the rest
    }

    [Fact]
    public void A_slower_grade_has_less_bandwidth_and_less_background()
    {
        MemoryFigures slow = Size(new DramOptions { DataRateMts = 1600 });
        slow.Read.GigabytesPerSecond.ShouldBe(6.4, 1e-9);
        slow.OnPower.ShouldBeLessThan(Size(new DramOptions()).OnPower);
    }

    [Theory]
    [InlineData(3200, 40.5, 31.75)] // 18 ns, 28 or 14 clocks of 0.625 ns, and a burst of 8 clocks
    [InlineData(1600, 45.5, 38)]
    public void An_access_takes_row_column_and_burst(int mts, double readNs, double writeNs)
    {
        MemoryFigures figures = Size(new DramOptions { DataRateMts = mts });
        figures.ReadLatency.ShouldBe(SimTime.FromNanoseconds(readNs));
        figures.WriteLatency.ShouldBe(SimTime.FromNanoseconds(writeNs));
    }

    [Fact]
    public void Self_refresh_keeps_contents_at_a_fraction_of_the_background()
    {
        MemoryFigures figures = Size(new DramOptions());
        figures.HasRetention.ShouldBeTrue();
        (figures.RetentionPower + figures.RetentionRefreshPower).ShouldBeLessThan(figures.OnPower / 50);
    }

    [Theory]
    [InlineData(524288, 4, 1)]
    [InlineData(524289, 4, 2)]
    [InlineData(1048576, 4, 2)]
    [InlineData(1048576, 8, 1)]
    [InlineData(67108864, 4, 128)]
    [InlineData(67108864, 16, 32)]
    public void A_capacity_takes_whole_dies(long capacityKib, int dieGbit, int dies) =>
        Size(new DramOptions { Capacity = DataSize.FromKibibytes(capacityKib), DieGbit = dieGbit }).Organisation
            .ShouldContain($" in {dies} die{(dies == 1 ? "" : "s")} of {dieGbit} Gb");

    [Fact]
    public void Powers_are_linear_in_dies()
    {
        MemoryFigures[] ladder = [.. Enumerable.Range(1, 5).Select(static dies => Size(new DramOptions { Capacity = Dies(dies) }))];
        for (int dies = 2; dies < ladder.Length; dies++)
        {
            Step(ladder, dies, static figures => figures.OnPower).ShouldBe(34.1, 1e-9); // IDD2N of one more die
            Step(ladder, dies, static figures => figures.RefreshPower).ShouldBe(ladder[0].RefreshPower.Milliwatts, 1e-9);
            Step(ladder, dies, static figures => figures.RetentionPower).ShouldBe(ladder[0].RetentionPower.Milliwatts, 1e-9);
            Step(ladder, dies, static figures => figures.RetentionRefreshPower).ShouldBe(ladder[0].RetentionRefreshPower.Milliwatts, 1e-9);
        }
    }

    [Fact]
    public void Sixty_four_gibibytes_draw_more_than_half_a_gibibyte_in_every_state()
    {
        MemoryFigures small = Size(new DramOptions());
        MemoryFigures large = Size(new DramOptions { Capacity = Dies(128) });
        (large.OnPower - small.OnPower).Milliwatts.ShouldBe(127 * 34.1, 1e-6);
        (large.RefreshPower / small.RefreshPower).ShouldBe(128, 1e-9);
        (large.RetentionPower / small.RetentionPower).ShouldBe(128, 1e-9);
        (large.RetentionRefreshPower / small.RetentionRefreshPower).ShouldBe(128, 1e-9);
    }

    [Fact]
    public void Refresh_grows_with_bits_and_standby_with_dies_so_that_denser_dies_wait_for_less()
    {
        MemoryFigures many = Size(new DramOptions { Capacity = Dies(4) });
        MemoryFigures dense = Size(new DramOptions { Capacity = Dies(4), DieGbit = 16 });
        dense.OnPower.ShouldBeLessThan(many.OnPower);
        dense.RetentionPower.ShouldBeLessThan(many.RetentionPower);
        dense.RefreshPower.ShouldBe(many.RefreshPower);
    }

    [Fact]
    public void A_wider_bus_needs_a_die_for_every_32_pins() =>
        Size(new DramOptions { BusBits = 128 }).Organisation.ShouldContain(" in 4 dies of 4 Gb");

    [Fact]
    public void Dies_that_wait_in_power_down_draw_its_power_alone()
    {
        MemoryFigures one = Size(new DramOptions { IdlePowerDown = true });
        MemoryFigures three = Size(new DramOptions { IdlePowerDown = true, Capacity = Dies(3) });
        (three.OnPower - one.OnPower).Milliwatts.ShouldBe(2 * 6.3, 1e-9);
        three.ReadPerBit.ShouldBe(one.ReadPerBit);
    }

    private static DataSize Dies(int count) => DataSize.FromKibibytes(524288L * count);

    private static double Step(MemoryFigures[] ladder, int dies, Func<MemoryFigures, Power> power) =>
        (power(ladder[dies]) - power(ladder[dies - 1])).Milliwatts;

    private static Power FullRate(MemoryFigures figures) =>
        figures.OnPower + figures.RefreshPower + Power.FromWatts(figures.ReadPerBit.Joules * figures.Read.BytesPerSecond * 8);

    private static MemoryFigures Size(DramOptions options) =>
        new DramMemory(options).Size(new MemoryRequest([new ContentBlock(17_506_772, 8)], ShippedArrays.Solver));
}
