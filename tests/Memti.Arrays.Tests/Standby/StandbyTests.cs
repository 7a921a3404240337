using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Standby;

public sealed class StandbyTests
{
    private const double Day = 86400;

    [Fact]
    public void Cells_that_are_held_leak_less_than_a_bank_that_is_on() =>
        Bank("sram-146f2")
            .ShouldSatisfyAllConditions(static bank => bank.Standby.RetentionPower.ShouldNotBeNull().ShouldBeLessThan(bank.CellLeakage));

    [Theory]
    [InlineData("sram-146f2")]
    [InlineData("rram-1t1r-53f2")]
    [InlineData("stt-mram-54f2")]
    public void A_bank_that_is_off_leaks_least(string cell)
    {
        SolvedBank bank = Bank(cell);

        bank.Standby.OffPower.ShouldBeInRange(0, bank.Standby.RetentionPower ?? bank.Leakage);
        bank.Standby.OffPower.ShouldBeLessThan(bank.Leakage);
    }

    [Fact]
    public void A_lower_retention_voltage_leaks_less() => ((double[])[0.45, 0.4, 0.3, 0.2])
        .Select(static volts => Bank(ShippedCells.Named("sram-146f2") with { RetentionVolts = volts }).Standby.RetentionPower!.Value)
        .ShouldBeInOrder(SortDirection.Descending);

    [Fact]
    public void A_retention_voltage_above_the_supply_saves_nothing_in_the_cells()
    {
        SolvedBank bank = Bank(ShippedCells.Named("sram-146f2") with { RetentionVolts = 0.9 });

        bank.Standby.RetentionPower.ShouldNotBeNull().ShouldBe(bank.CellLeakage, bank.CellLeakage * 1e-12);
    }

    [Theory]
    [InlineData("rram-1t1r-53f2")]
    [InlineData("pcm-19f2")]
    public void A_cell_that_keeps_its_contents_has_no_retention_state(string cell) => Bank(cell).Standby.RetentionPower.ShouldBeNull();

    [Theory]
    [InlineData("sram-146f2")]
    [InlineData("rram-1t1r-53f2")]
    public void Waking_more_mats_takes_more_energy(string cell) => ((string[])["8x8", "16x8", "16x16", "32x16"])
        .Select(
            (mats, doublings) =>
                BankSolver.Evaluate(
                    new BankRequest(ShippedCells.Named(cell), 1, 1L << (19 + doublings), 64),
                    OrganisationCases.Of($"{mats}/1x1 1x1/1x1 2,1,1"),
                    out _)!.Standby.WakeEnergy)
        .ShouldBeInOrder(SortDirection.Ascending);

    [Fact]
    public void Waking_takes_longer_than_a_read() =>
        Bank("sram-146f2").ShouldSatisfyAllConditions(static bank => bank.Standby.WakeLatency.ShouldBeGreaterThan(bank.ReadLatency));

    [Theory]
    [InlineData(Day)]
    [InlineData(10 * 365.25 * Day)]
    public void Contents_that_last_a_day_are_not_refreshed(double seconds) => Fading(seconds).Standby.RefreshPower.ShouldBe(0);

    [Fact]
    public void Contents_that_fade_within_a_day_are_read_and_written_word_by_word_before_they_do()
    {
        SolvedBank bank = Fading(3600);

        bank.Standby.RefreshPower.ShouldBe(bank.Cells / bank.WordCells * (bank.ReadEnergy + bank.WriteEnergy) / 3600, 1e-20);
    }

    [Fact]
    public void Contents_that_fade_twice_as_fast_take_twice_the_power() =>
        Fading(1800).Standby.RefreshPower.ShouldBe(2 * Fading(3600).Standby.RefreshPower, 1e-20);

    private static SolvedBank Fading(double seconds) => Bank(ShippedCells.Named("rram-1t1r-53f2") with { RetentionSeconds = seconds });

    private static SolvedBank Bank(string cell) => Bank(ShippedCells.Named(cell));

    private static SolvedBank Bank(MemoryCell cell) =>
        BankSolver.Evaluate(new BankRequest(cell, 1, 1 << 20, 64), OrganisationCases.Of("16x8/1x1 1x1/1x1 2,1,1"), out _).ShouldNotBeNull();
}
