using Memti.Runs.Sweeps.Queries;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Tests.Sweeps;

public sealed class TableQueriesTests
{
    private static readonly TableQueries Queries = new(SampleResults.Of(
        new StudyChart { Name = "lines", Kind = StudyChartKind.Lines, X = "fps", Y = "energy_per_frame_mj" }));

    [Fact]
    public void A_filter_lets_through_what_passes_all_of_it()
    {
        var filter = new RowFilter
        {
            Designs = [1],
            Words = new Dictionary<string, IReadOnlyList<string>> { ["cell"] = ["b"] },
            Ranges = new Dictionary<string, NumberSpan> { ["fps"] = new(10, null), ["area"] = new(null, 2) },
        };
        RowPage page = Queries.Page(filter, null, false, 0, 10);
        page.Rows.ShouldBe([new SweepRow(3, 1), new SweepRow(5, 1)]);
        page.Count.ShouldBe(2);
    }

    [Fact]
    public void Rows_are_sorted_and_those_without_the_number_are_last()
    {
        RowPage page = Queries.Page(new RowFilter(), "area", descending: true, 0, 100);
        page.Rows.Take(6).ShouldBe([new(1, 1), new(3, 1), new(5, 1), new(0, 1), new(2, 1), new(4, 1)]);
        page.Rows.Skip(6).ShouldAllBe(static row => row.Design == 0);
    }

    [Fact]
    public void A_page_is_a_part_of_the_rows() =>
        Queries.Page(new RowFilter(), null, false, 5, 2).Rows.ShouldBe([new SweepRow(2, 1), new SweepRow(3, 0)]);

    [Fact]
    public void The_front_alone_is_what_nothing_beats() =>
        Queries.Page(new RowFilter { Front = true }, null, false, 0, 10).Rows.ShouldBe([new(0, 1), new(2, 1), new(4, 1)]);

    [Fact]
    public void A_chart_has_the_points_of_the_rows_that_pass()
    {
        IReadOnlyList<SeriesPoints> series =
            Queries.Points(0, new RowFilter { Ranges = new Dictionary<string, NumberSpan> { ["fps"] = new(5, 50) } });
        series.ShouldAllBe(static one => one.X.Single() == 10);
    }

    [Fact]
    public void A_column_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentException>(() => Queries.Page(new RowFilter(), "colour", false, 0, 1));
}
