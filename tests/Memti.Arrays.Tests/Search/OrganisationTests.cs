using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>A given organisation is refused by the rules that a search refuses it by.</summary>
public sealed class OrganisationTests
{
    private static readonly BankRequest Sram = new(ShippedCells.Named("SRAM"), 1, 1 << 20, 64);

    [Theory]
    [InlineData("1x1/1x1 1x1/1x1 1,1,1", 64, Rejection.BankAspect)] // 16384 rows of 64 cells
    [InlineData("1x1/1x1 1x1/1x1 256,256,1", 64, Rejection.Partitioning)]
    [InlineData("8x8/8x8 2x2/2x2 1,1,1", 64, Rejection.WordSplit)] // one bit for four sub-arrays
    [InlineData("16x16/16x1 1x1/1x1 4,1,1", 88, Rejection.WordSplit)]
    [InlineData("1x1/1x1 2x2/2x2 1,1,1", 90, Rejection.WordSplit)]
    public void An_organisation_is_refused_by_the_rule_that_the_search_refuses_it_by(string organisation, int wordCells, Rejection expected)
    {
        BankSolver.Evaluate(
            Sram with { WordCells = wordCells, Cells = wordCells << 14 },
            OrganisationCases.Of(organisation),
            out Rejection? rejection).ShouldBeNull();

        rejection.ShouldBe(expected);
    }

    [Fact]
    public void The_columns_of_the_fork_come_in_sixty_fours()
    {
        BankSolver.Evaluate(
            Sram with { Profile = ArrayProfile.NvsimMerged },
            OrganisationCases.Of("16x16/2x2 1x1/1x1 1,1,1"),
            out Rejection? rejection).ShouldBeNull();

        rejection.ShouldBe(Rejection.ColumnMultiple);
    }

    [Fact]
    public void A_limit_holds_for_a_given_organisation()
    {
        BankSolver.Evaluate(
            Sram with { Limits = new BankLimits { Area = 1e-12 } },
            OrganisationCases.Of("16x16/1x1 1x1/1x1 1,1,1"),
            out Rejection? rejection).ShouldBeNull();

        rejection.ShouldBe(Rejection.Constraint);
    }

    [Fact]
    public void Amplifiers_that_do_not_fit_the_edge_of_a_bank_refuse_it()
    {
        BankRequest narrow = new(ShippedCells.Named("SRAM") with { AreaF2 = 3 }, 1, 1 << 20, 4096) { Routing = Routing.SharedSense };

        BankSolver.Evaluate(narrow, OrganisationCases.Of("1x1/1x1 1x1/1x1 1,1,1"), out Rejection? rejection).ShouldBeNull();

        rejection.ShouldBe(Rejection.SensePitch);
    }

    [Theory]
    [InlineData("0x1/1x1 1x1/1x1 1,1,1")]
    [InlineData("3x1/1x1 1x1/1x1 1,1,1")]
    [InlineData("2x1/4x1 1x1/1x1 1,1,1")]
    [InlineData("1x1/1x1 2x1/1x2 1,1,1")]
    [InlineData("1x1/1x1 4x1/1x1 1,1,1")]
    [InlineData("1x1/1x1 1x1/1x1 6,1,1")]
    public void Numbers_that_divide_nothing_are_a_mistake_of_the_caller(string organisation) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BankSolver.Evaluate(Sram, OrganisationCases.Of(organisation), out _));
}
