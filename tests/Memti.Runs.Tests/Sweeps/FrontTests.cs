using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Tests.Sweeps;

public sealed class FrontTests
{
    [Fact]
    public void The_front_is_what_nothing_beats()
    {
        var random = new Random(1);
        double[][] values = [.. Enumerable.Range(0, 300).Select(_ => (double[])[random.Next(20), random.Next(20), random.Next(20)])];
        SweepTable table = TableOf(values);
        SweepObjective[] objectives = [new(0, false), new(1, true), new(2, false)];

        ParetoFront front = FrontSearch.Of(table, objectives).ShouldNotBeNull();

        double[] Costs(double[] row) => [row[0], -row[1], row[2]];
        bool Beats(double[] one, double[] other) =>
            one.Zip(other).All(static pair => pair.First <= pair.Second) && one.Zip(other).Any(static pair => pair.First < pair.Second);
        int[] expected = [.. Enumerable.Range(0, values.Length).Where(row => !values.Any(other => Beats(Costs(other), Costs(values[row]))))];
        front.Rows.Select(static row => row.Point).Order().ShouldBe(expected);
    }

    [Fact]
    public void One_objective_has_no_front() => FrontSearch.Of(TableOf([[1, 2, 3]]), [new SweepObjective(0, false)]).ShouldBeNull();

    [Fact]
    public void A_row_that_lacks_an_objective_is_not_on_the_front()
    {
        SweepTable table = TableOf([[1, double.NaN, 0], [2, 2, 0]]);
        FrontSearch.Of(table, [new(0, false), new(1, false)])!.Rows.ShouldBe([new SweepRow(1, 0)]);
    }

    [Fact]
    public void A_crossing_is_between_its_points_in_the_logarithm_of_a_logarithmic_axis()
    {
        // 10 x against 1000 / x: equal at x = 10.
        double[] axis = [1, 4, 40, 400];
        var table = new TableBuilder([new SweepAxis("x", "x", "", true, true)], [new SweepMetric("m", "m", "")], ["a", "b"], axis.Length);
        for (int point = 0; point < axis.Length; point++)
        {
            string text = $"{axis[point]}";
            table.Name(point, new JobKey(0, (ulong)point), _ => text);
            table.Set(point, [[1000 / axis[point]], [10 * axis[point]]], [0]);
        }

        Crossing crossing = CrossingSearch.Of(table.Build([]), 0).ShouldHaveSingleItem();
        crossing.At.ShouldBe(10, 1e-9);
        (crossing.Design, crossing.Below, crossing.Above, crossing.Rising).ShouldBe((1, 1, 2, true));
    }

    private static SweepTable TableOf(double[][] values)
    {
        var table = new TableBuilder(
            [new SweepAxis("x", "x", "", true, false)],
            [new SweepMetric("a", "a", ""), new SweepMetric("b", "b", ""), new SweepMetric("c", "c", "")],
            ["only"],
            values.Length);
        for (int point = 0; point < values.Length; point++)
        {
            string text = $"{point}";
            table.Name(point, new JobKey(0, (ulong)point), _ => text);
            table.Set(point, [values[point]], [0, 1, 2]);
        }

        return table.Build([]);
    }
}
