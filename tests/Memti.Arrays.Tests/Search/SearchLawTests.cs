using Memti.Abstractions.Arrays;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Arrays.Tests.Search;

/// <summary>What holds of every search, whatever the cell.</summary>
public sealed class SearchLawTests
{
    private static readonly ArrayTarget[] Axes = [ArrayTarget.Area, ArrayTarget.ReadLatency, ArrayTarget.ReadDynamicEnergy];

    /// <summary>Limits that refuse nothing but have every bank judged by itself.</summary>
    private static readonly BankLimits Wide = new() { Area = 1e9 };

    [Fact]
    public void No_winner_of_another_target_betters_the_winner_of_a_target() => BankCases.Obey(static request =>
    {
        IReadOnlyDictionary<ArrayTarget, SolvedBank> winners = BankSolver.Solve(request).Winners;
        return winners.All(
            winner => winners.Values.All(other => winner.Value.Metric(winner.Key) <= other.Metric(winner.Key) * (1 + 1e-12)));
    });

    [Fact]
    public void Every_target_has_a_winner_or_none_has() => BankCases.Obey(static request =>
        BankSolver.Solve(request).Winners.Count is 0 or 8);

    [Fact]
    public void Banks_judged_one_by_one_have_the_winners_of_banks_judged_by_the_vector() => BankCases.Obey(static request =>
    {
        BankSolution vector = BankSolver.Solve(request);
        return vector.Winners.SequenceEqual(BankSolver.Solve(request, Axes).Winners)
            && Same(vector, BankSolver.Solve(request with { Limits = Wide }));
    });

    [Fact]
    public void A_search_gives_the_same_again_and_beside_others() => BankCases.Obey(static request =>
    {
        BankSolution first = BankSolver.Solve(request, Axes);
        BankSolution[] others = new BankSolution[4];
        Parallel.For(0, others.Length, index => others[index] = BankSolver.Solve(request, Axes));
        return others.All(other => Same(first, other) && first.Front.SequenceEqual(other.Front));
    });

    [Fact]
    public void The_organisation_of_a_winner_gives_the_winner() => BankCases.Obey(static request =>
        BankSolver.Solve(request).Winners.Values.All(winner => winner == BankSolver.Evaluate(request, winner.Organisation, out _)));

    [Fact]
    public void A_bank_holds_its_cells() => BankCases.Obey(static request => BankSolver.Solve(request).Winners.Values.All(bank =>
        bank.SubarrayRows
            * bank.SubarrayColumns
            * bank.Organisation.SubarrayRows
            * bank.Organisation.SubarrayColumns
            * bank.Organisation.MatRows
            * bank.Organisation.MatColumns == request.Cells));

    [Fact]
    public void Cells_take_no_more_than_the_bank_and_leak_no_more() => BankCases.Obey(static request =>
        BankSolver.Solve(request).Winners.Values
            .All(static bank => bank.AreaEfficiency is > 0 and < 1 && bank.CellLeakage >= 0 && bank.CellLeakage < bank.Leakage));

    [Fact]
    public void No_figure_of_a_bank_is_below_zero() => BankCases.Obey(static request =>
        BankSolver.Solve(request).Winners.Values.All(IsSound));

    // Its shared amplifiers had drains of negative capacitance: they are just wider than the narrowest pitch.
    [Fact]
    public void Shared_amplifiers_whose_drains_do_not_fold_into_their_pitch_are_refused() =>
        BankSolver.Solve(new BankRequest(ShippedCells.Named("sram-146f2"), 1, 1024, 64)
        {
            Profile = ArrayProfile.Nvsim2012,
            NodeNanometres = 41,
            TemperatureKelvin = 367,
            Routing = Routing.SharedSense,
        }).Winners.Values.ShouldAllBe(static bank => IsSound(bank));

    [Fact]
    public void The_parts_of_a_read_add_up() => BankCases.Obey(static request => BankSolver.Solve(request).Winners.Values.All(static bank =>
        Is(bank.MatLatency + bank.HTreeLatency, bank.ReadLatency)
        && Is(
            (bank.MatReadEnergy * bank.Organisation.ActiveMatRows * bank.Organisation.ActiveMatColumns) + bank.HTreeEnergy,
            bank.ReadEnergy)));

    [Fact]
    public void The_parts_of_a_mat_add_up_where_the_row_is_slower_than_the_columns()
    {
        foreach (SolvedBank bank in BankSolver.Solve(BankCases.Small("sram-146f2")).Winners.Values
            .Where(static bank => bank.SubarrayRows > 8 && bank.Organisation is { SenseMux: 1, OutputMux1: 1, OutputMux2: 1 }))
            (bank.PredecoderLatency + bank.RowDecoderLatency + bank.BitlineLatency + bank.SenseLatency + bank.MuxLatency).ShouldBe(
                bank.MatLatency, bank.MatLatency * 1e-12);
    }

    [Fact]
    public void A_mat_takes_no_less_than_its_parts() =>
        BankCases.Obey(static request => BankSolver.Solve(request).Winners.Values.All(static bank =>
        (bank.PredecoderLatency + bank.RowDecoderLatency + bank.BitlineLatency + bank.SenseLatency + bank.MuxLatency)
            <= bank.MatLatency * (1 + 1e-12)));

    private static bool Same(BankSolution one, BankSolution other) =>
        one.Tried == other.Tried && one.Winners.SequenceEqual(other.Winners) && one.Rejections.SequenceEqual(other.Rejections);

    private static bool IsSound(SolvedBank bank) =>
        Enum.GetValues<ArrayTarget>().All(target => bank.Metric(target) > 0)
            && bank.HTreeLatency >= -1e-12 * bank.ReadLatency && bank.HTreeEnergy >= -1e-12 * bank.ReadEnergy;

    private static bool Is(double sum, double whole) => Math.Abs(sum - whole) <= whole * 1e-12;
}
