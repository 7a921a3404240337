using Memti.Charts;
using Memti.Charts.Axes;
using Memti.Runs.Sweeps.Charts;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Tests.Sweeps;

public sealed class StudyChartTests
{
    private static readonly StudyChart Lines = new() { Name = "lines", Kind = StudyChartKind.Lines, X = "fps", Y = "energy_per_frame_mj" };

    [Fact]
    public void A_line_is_a_design_at_each_value_of_the_other_axes()
    {
        XyChart chart = Drawn<XyChart>(Lines);
        chart.Series.Select(static line => line.Name).ShouldBe(["first, cell a", "first, cell b", "second, cell a", "second, cell b"]);
        chart.Series[2].X.ShouldBe([1, 10, 100]);
        chart.Series[2].Y.ShouldBe([10, 10, 10]);
        chart.X.ShouldBe(new Axis("fps (frames/s)", AxisScale.Logarithmic));
    }

    [Fact]
    public void Values_of_axes_choose_what_is_drawn()
    {
        XyChart chart = Drawn<XyChart>(Lines with { At = new Dictionary<string, string> { ["cell"] = "b" } });
        chart.Series.Select(static line => line.Name).ShouldBe(["first", "second"]);
        chart.Title.ShouldBe("Energy per frame by fps, cell b");
        chart.Marks.ShouldHaveSingleItem().X.ShouldBe(5, 1e-9);
    }

    [Fact]
    public void A_front_has_the_rows_that_nothing_beats_large_and_the_others_pale()
    {
        XyChart chart = Drawn<XyChart>(
            new() { Name = "front", Kind = StudyChartKind.Front, X = "area", Y = "energy_per_frame_mj", By = "cell" });
        chart.Series.Where(static series => series.IsFaint).SelectMany(static series => series.Y).ShouldBe([20, 20, 20]);
        chart.Series.Where(static series => !series.IsFaint).SelectMany(static series => series.Y).ShouldBe([10, 10, 10]);
        chart.Boundary!.X.ShouldBe([1, 1, 1]);
    }

    [Fact]
    public void Bars_have_a_group_for_each_value_of_their_axis()
    {
        GroupedBars chart = Drawn<GroupedBars>(new()
        {
            Name = "bars",
            Kind = StudyChartKind.Bars,
            X = "cell",
            Y = "area",
            At = new Dictionary<string, string> { ["fps"] = "10.0" },
        });
        chart.Panels[0].Groups.ShouldBe(["a", "b"]);
        chart.Panels[0].Series.ShouldHaveSingleItem().Values.ShouldBe([1, 2]);
    }

    [Fact]
    public void More_lines_than_can_be_told_apart_are_not_drawn()
    {
        string[] words = [.. Enumerable.Range(0, 8).Select(static word => $"word {word}")];
        StudyDrawing drawing = StudyCharts.Of(SampleResults.Of(words, Lines)).ShouldHaveSingleItem();
        drawing.Chart.ShouldBeNull();
        drawing.Trouble.ShouldBe("it has 16 lines; permitted: 1 to 14, so name values of axes in `at`");
    }

    private static T Drawn<T>(StudyChart chart)
        where T : Chart => StudyCharts.Of(SampleResults.Of(chart)).Single().Chart.ShouldBeOfType<T>();
}
