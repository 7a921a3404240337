using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Composition;
using Memti.Arrays.Organisations;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

public sealed class BankLimitTests
{
    private static readonly Dictionary<ArrayTarget, Func<double, BankLimits>> Limits = new()
    {
        [ArrayTarget.Area] = static most => new BankLimits { Area = most },
        [ArrayTarget.ReadLatency] = static most => new BankLimits { ReadLatency = most },
        [ArrayTarget.WriteLatency] = static most => new BankLimits { WriteLatency = most },
        [ArrayTarget.ReadDynamicEnergy] = static most => new BankLimits { ReadEnergy = most },
        [ArrayTarget.WriteDynamicEnergy] = static most => new BankLimits { WriteEnergy = most },
        [ArrayTarget.LeakagePower] = static most => new BankLimits { Leakage = most },
    };

    public static TheoryData<ArrayTarget> Limited => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Limited))]
    public void A_limit_is_kept_and_costs_every_target_something_or_nothing(ArrayTarget limited) => BankCases.Obey(request =>
    {
        IReadOnlyDictionary<ArrayTarget, SolvedBank> free = BankSolver.Solve(request).Winners;
        if (free.Count == 0)
            return true;
        double most = free.Values.Average(bank => bank.Metric(limited));
        IReadOnlyDictionary<ArrayTarget, SolvedBank> bound = BankSolver.Solve(request with { Limits = Limits[limited](most) }).Winners;
        return bound.Count == free.Count && bound.All(winner =>
            winner.Value.Metric(limited) <= most * (1 + 1e-12) && winner.Value.Metric(winner.Key) >= free[winner.Key].Metric(winner.Key));
    }, banks: 5);

    [Theory]
    [MemberData(nameof(Limited))]
    public void A_tighter_limit_never_betters_a_target(ArrayTarget limited)
    {
        BankRequest request = BankCases.Small("rram-1t1r-53f2");
        double least = Solutions.Of(request).Winners[limited].Metric(limited);
        foreach (ArrayTarget target in Enum.GetValues<ArrayTarget>())
            ((double[])[8, 4, 2, 1.5, 1.2, 1.1])
                .Select(slack => Solutions.Of(request with { Limits = Limits[limited](least * slack) }).Winners[target].Metric(target))
                .ShouldBeInOrder(SortDirection.Ascending);
    }

    [Theory]
    [MemberData(nameof(Limited))]
    public void A_limit_that_nothing_keeps_refuses_every_straight_bank(ArrayTarget limited)
    {
        BankSolution solution = BankSolver.Solve(BankCases.Small("sram-146f2") with { Limits = Limits[limited](1e-30) });

        solution.Winners.ShouldBeEmpty();
        solution.Rejections[Rejection.Constraint].ShouldBe(solution.Tried - solution.Rejections[Rejection.BankAspect]);
    }

    [Fact]
    public void A_search_that_limits_empty_says_so()
    {
        BankRequest request = BankCases.Small("sram-146f2") with { Limits = new BankLimits { ReadLatency = 1e-15 } };

        InfeasibleReport.Explain(request, BankSolver.Solve(request)).Message.ShouldContain(RejectionText.Of(Rejection.Constraint));
    }
}
