using Memti.Runs.Reports;
using Memti.Scenarios.References;

namespace Memti.Runs.Tests.Runs;

public sealed class ResultColumnTests
{
    [Fact]
    public void A_scenario_may_give_a_reference_for_every_column_and_for_nothing_else() =>
        ResultColumn.All.Select(static column => column.Key).ShouldBe(ReferenceFigures.Metrics);
}
