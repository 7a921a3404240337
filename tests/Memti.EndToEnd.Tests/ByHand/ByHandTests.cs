using System.Text.Json;

namespace Memti.EndToEnd.Tests.ByHand;

/// <summary>Headline figures of the paper's scenario against the arithmetic of docs/models/by-hand.md.</summary>
public sealed class ByHandTests
{
    private static readonly Lazy<JsonElement> Report = new(static () => JsonSerializer.Deserialize<JsonElement>(
        Memti.Run("run", "samples/scenarios/memti-paper.memti.yaml", "--format", "json", "--no-sensitivity").Output));

    public static TheoryData<string> Figures => [.. Page().Select(static calculation => calculation.Figure)];

    [Theory]
    [MemberData(nameof(Figures))]
    public void The_figure_is_what_a_calculator_gives(string figure)
    {
        HandCalculation calculation = Page().Single(one => one.Figure == figure);
        double byHand = calculation.Result(Report.Value);
        HandCalculation.Reported(Report.Value, figure).ShouldBe(byHand, 1e-5 * byHand, calculation.Title);
    }

    [Fact]
    public void The_page_has_at_least_ten_figures() => Figures.Count.ShouldBeGreaterThanOrEqualTo(10);

    private static IReadOnlyList<HandCalculation> Page() =>
        HandCalculation.Of(File.ReadAllText(Path.Combine(Built.Root, "docs", "models", "by-hand.md")));
}
