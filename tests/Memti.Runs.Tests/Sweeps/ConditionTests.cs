using Memti.Runs.Sweeps.Expressions;

namespace Memti.Runs.Tests.Sweeps;

public sealed class ConditionTests
{
    private static readonly ConditionNames Names = new(["workload.fps", "bits-per-cell"], ["area_mm2", "energy_mj"], static metric => metric);

    [Theory]
    [InlineData("area_mm2 < 10", true)]
    [InlineData("area_mm2 <= 2", true)]
    [InlineData("area_mm2 != 2", false)]
    [InlineData("area_mm2 == 2", true)]
    [InlineData("1 + 2 * 3 == 7", true)]
    [InlineData("(1 + 2) * 3 == 9", true)]
    [InlineData("8 / 4 / 2 == 1", true)]
    [InlineData("-area_mm2 + 3 == 1", true)]
    [InlineData("1e-3 * 1000 == 1", true)]
    [InlineData("workload.fps - 10 >= 20", true)]
    [InlineData("bits-per-cell * energy_mj > workload.fps", false)]
    public void A_condition_is_arithmetic(string text, bool holds)
    {
        Condition condition = Condition.Parse(text, Names, out string trouble).ShouldNotBeNull(trouble);
        condition.Holds(new Row()).ShouldBe(holds);
    }

    [Theory]
    [InlineData("area_mm2", "no comparison")]
    [InlineData("area_mm2 <", "missing")]
    [InlineData("area_mm < 3", "area_mm2")]
    [InlineData("1 < 2 < 3", "several")]
    [InlineData("(1 < 2", "not closed")]
    [InlineData("1 2 < 3", "does not belong")]
    [InlineData("((((((((((((((((((((((((((((((((((1 < 2", "brackets")]
    public void What_is_wrong_with_a_condition_is_said(string text, string trouble)
    {
        Condition.Parse(text, Names, out string said).ShouldBeNull();
        said.ShouldContain(trouble);
    }

    [Fact]
    public void A_value_that_is_not_there_keeps_no_condition() =>
        Condition.Parse("energy_mj != 3", Names, out _)!.Holds(new Row { Energy = double.NaN }).ShouldBeFalse();

    [Fact]
    public void Only_a_condition_with_a_metric_is_of_designs()
    {
        Condition.Parse("workload.fps < 3", Names, out _)!.NeedsMetrics.ShouldBeFalse();
        Condition.Parse("workload.fps < area_mm2", Names, out _)!.NeedsMetrics.ShouldBeTrue();
    }

    private sealed class Row : IRowValues
    {
        public double Energy { get; init; } = 5;

        public double Axis(int index) => index == 0 ? 30 : 3;

        public double Metric(int column) => column == 0 ? 2 : Energy;
    }
}
