using Memti.Abstractions.Models;
using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class RateUnitTests
{
    private static readonly Layer Layer = Engines.AConvolution(channels: 64, px: 16, kernels: 64, kernel: 1);

    [Theory]
    [InlineData(RateUnit.Kib, 36_000)] // 4 + 16 + 16 KiB at 10^6 KiB/s and 1 GHz
    [InlineData(RateUnit.Bytes, 36_864)] // 2.4 % more
    public void A_rate_is_in_the_unit_that_is_asked_for(RateUnit units, double cycles) =>
        Plans.Second(new PlanOptions { DramGbps = 1, Units = units }, Layer).Dram("dram_cycles").ShouldBe(cycles);

    [Fact]
    public void Memory_cycles_are_rounded_up_and_go_with_the_clock() =>
        Plans.Second(new PlanOptions { DramGbps = 7, ClockMhz = 500 }, Layer).Dram("dram_cycles").ShouldBe(Math.Ceiling(36 / 7.0 * 500));

    [Fact]
    public void A_whole_number_of_cycles_is_not_rounded_to_the_next() =>
        new Machine().Cycles(0.3, 0.1).ShouldBe(3000);
}
