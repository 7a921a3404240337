using Memti.Arrays.Banks;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>Published figures without the reference data: each within 0.1 %.</summary>
public sealed class PublishedRunTests
{
    public static TheoryData<string> Sources => [.. PublishedRuns.All.Select(static run => run.Source)];

    public static TheoryData<string> Organised =>
        [.. PublishedRuns.All.Where(static run => run.Organisation is not null).Select(static run => run.Source)];

    [Theory]
    [MemberData(nameof(Organised))]
    public void The_organisation_of_a_run_has_its_figures(string source)
    {
        PublishedRun run = Named(source);

        run.Differences(BankSolver.Evaluate(run.Request, OrganisationCases.Of(run.Organisation!), out _).ShouldNotBeNull()).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_winner_of_the_target_has_the_figures_of_the_run(string source)
    {
        PublishedRun run = Named(source);

        run.Differences(Solutions.Of(run.Request).Winners[run.Target]).ShouldBeEmpty();
    }

    [Theory] // counted in runs of SEAL-UCSB/NVSim: banks that it finds valid
    [InlineData("SRAM", 1_093_064)]
    [InlineData("RRAMsample", 496_469)]
    public void As_many_organisations_are_valid_as_in_the_reference(string cell, long valid)
    {
        BankSolution solution = Solutions.Of(new BankRequest(ShippedCells.Named(cell), 1, 1 << 24, 64));

        (solution.Tried - solution.Rejections[Rejection.BankAspect]).ShouldBe(valid);
    }

    private static PublishedRun Named(string source) => PublishedRuns.All.Single(run => run.Source == source);
}
