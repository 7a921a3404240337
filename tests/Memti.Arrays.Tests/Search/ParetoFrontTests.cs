using Memti.Abstractions.Arrays;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

public sealed class ParetoFrontTests
{
    private static readonly ArrayTarget[] Axes = [
        ArrayTarget.Area, ArrayTarget.ReadLatency, ArrayTarget.ReadDynamicEnergy, ArrayTarget.LeakagePower
    ];

    private static readonly BankSolution Solution = BankSolver.Solve(BankCases.Small("rram-1t1r-53f2"), Axes);

    [Fact]
    public void No_member_of_the_front_is_as_good_as_another_on_every_axis() => Solution.Front
        .ShouldAllBe(
            static one =>
                Solution.Front.All(other => ReferenceEquals(one, other) || Axes.Any(axis => one.Metric(axis) > other.Metric(axis))));

    [Fact]
    public void The_front_reaches_the_best_of_each_axis()
    {
        foreach (ArrayTarget axis in Axes)
            Solution.Front
                .Min(bank => bank.Metric(axis))
                .ShouldBe(Solution.Winners[axis].Metric(axis), Solution.Winners[axis].Metric(axis) * 1e-12);
    }

    [Fact]
    public void The_front_is_in_the_order_of_its_first_axis() =>
        Solution.Front.Select(static bank => bank.Metric(Axes[0])).ShouldBeInOrder(SortDirection.Ascending);

    [Fact]
    public void Every_winner_of_an_axis_is_on_the_front_or_as_good_as_a_member()
    {
        foreach (ArrayTarget target in Enum.GetValues<ArrayTarget>())
            Solution.Front
                .ShouldContain(member => Axes.All(axis => member.Metric(axis) <= Solution.Winners[target].Metric(axis) * (1 + 1e-12)));
    }

    [Fact]
    public void One_axis_has_a_front_of_its_winner()
    {
        BankSolution solution = BankSolver.Solve(BankCases.Small("sram-146f2"), [ArrayTarget.ReadEDP]);

        solution.Front.ShouldHaveSingleItem().ShouldBe(solution.Winners[ArrayTarget.ReadEDP]);
    }
}
