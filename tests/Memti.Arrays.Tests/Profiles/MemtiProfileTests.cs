using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;
using Memti.Arrays.Profiles;
using Memti.Arrays.Search;
using Memti.Arrays.Tests.Search;

namespace Memti.Arrays.Tests.Profiles;

/// <summary>What profile <c>memti</c> corrects.</summary>
public sealed class MemtiProfileTests
{
    private static readonly Organisation Divided = OrganisationCases.Of("1x1/1x1 2x2/2x2 32,1,1");

    [Theory]
    [InlineData("rram-1t1r-53f2", 2)]
    [InlineData("rram-1t1r-53f2", 3)]
    [InlineData("rram-crosspoint-4f2", 3)]
    [InlineData("ctt-8f2", 4)]
    [InlineData("fefet-103f2-sample-mlc", 2)]
    public void Deciding_bit_by_bit_is_slower_than_at_once_and_smaller(string cell, int bits)
    {
        SolvedBank parallel = Bank(cell, bits, SensingScheme.Parallel);
        SolvedBank sequential = Bank(cell, bits, SensingScheme.Sequential);

        sequential.ReadLatency.ShouldBeGreaterThan(parallel.ReadLatency);
        sequential.Area.ShouldBeLessThan(parallel.Area);
    }

    [Theory]
    [InlineData(SensingScheme.Parallel)]
    [InlineData(SensingScheme.Sequential)]
    public void One_bit_is_read_alike_either_way(SensingScheme sensing) =>
        Bank("rram-1t1r-53f2", 1, sensing).ShouldBe(Bank("rram-1t1r-53f2", 1, SensingScheme.Parallel));

    [Fact]
    public void More_levels_take_more_comparators_at_once() =>
        Enumerable.Range(1, 3)
            .Select(static bits => Bank("rram-1t1r-53f2", bits, SensingScheme.Parallel).Area)
            .ShouldBeInOrder(SortDirection.Ascending);

    [Fact]
    public void More_levels_take_more_steps_one_by_one() =>
        Enumerable.Range(1, 3)
            .Select(static bits => Bank("rram-1t1r-53f2", bits, SensingScheme.Sequential).SenseLatency)
            .ShouldBeInOrder(SortDirection.Ascending);

    [Fact]
    public void Sets_and_resets_of_a_crosspoint_take_their_pulses()
    {
        SolvedBank bank = Bank("rram-crosspoint-4f2", 1, SensingScheme.Parallel);

        bank.SetLatency.ShouldBeInRange(10e-9, 12e-9);
        bank.ResetLatency.ShouldBeInRange(10e-9, 12e-9);
        bank.WriteLatency.ShouldBeGreaterThan(20e-9, "both follow one another");
    }

    [Fact]
    public void The_reference_leaves_the_pulses_of_a_crosspoint_out() =>
        BankSolver.Evaluate(Request("rram-crosspoint-4f2", 1) with { Profile = ArrayProfile.NvsimMerged }, Divided, out _)!.SetLatency
            .ShouldBeLessThan(1e-9);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_multi_level_write_takes_a_reset_and_a_verified_set_for_each_level_and_one_to_spare(int bits)
    {
        MemoryCell cell = ShippedCells.Named("rram-1t1r-53f2");
        SolvedBank bank = Bank("rram-1t1r-53f2", bits, SensingScheme.Parallel);

        double pulses = cell.Reset!.Seconds + ((1 << bits) * cell.Set!.Seconds);
        bank.WriteLatency.ShouldBeInRange(
            pulses + ((1 << bits) * bank.SenseLatency), pulses + ((1 << bits) * bank.ReadLatency) + bank.DriveLatency);
    }

    [Fact]
    public void A_multi_level_write_takes_more_energy_than_a_single_level_one() =>
        Enumerable.Range(1, 3)
            .Select(static bits => Bank("rram-1t1r-53f2", bits, SensingScheme.Parallel).WriteEnergy)
            .ShouldBeInOrder(SortDirection.Ascending);

    [Fact]
    public void A_bit_line_of_SRAM_swings_by_the_sense_voltage_alone()
    {
        BankRequest request = Request("sram-146f2", 1);
        Organisation organisation = OrganisationCases.Of("8x8/1x1 1x1/1x1 4,1,1");

        BankSolver.Evaluate(request, organisation, out _)!.MatReadEnergy
            .ShouldBeLessThan(BankSolver.Evaluate(request with { Profile = ArrayProfile.NvsimMerged }, organisation, out _)!.MatReadEnergy);
    }

    [Fact]
    public void A_write_of_SRAM_waits_for_no_sense_amplifier()
    {
        BankRequest request = Request("sram-146f2", 1);
        Organisation organisation = OrganisationCases.Of("8x8/1x1 1x1/1x1 4,1,1");
        SolvedBank bank = BankSolver.Evaluate(request, organisation, out _)!;

        bank.WriteLatency.ShouldBe(bank.DriveLatency, bank.DriveLatency * 1e-12);
    }

    private static BankRequest Request(string cell, int bits, SensingScheme sensing = SensingScheme.Parallel) =>
        new(ShippedCells.Named(cell), bits, 1 << 20, 64) { Profile = ArrayProfile.Memti, Sensing = sensing };

    private static SolvedBank Bank(string cell, int bits, SensingScheme sensing) =>
        BankSolver.Evaluate(Request(cell, bits, sensing), Divided, out _).ShouldNotBeNull();
}
