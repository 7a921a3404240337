using System.Globalization;
using Memti.Charts;
using Memti.Charts.Axes;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Charts;

/// <summary>Draws what each uncertain number does to a design at the scenario itself.</summary>
public static class StudyTornados
{
    /// <summary>Bars of a chart.</summary>
    private const int MostBars = 12;

    /// <summary>
    /// A chart for each design that an uncertain number moves, over the first objective of the study, else its first metric.
    /// </summary>
    public static IReadOnlyList<(string Design, Tornado Chart)> Of(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int metric = result.Objectives.Count > 0 ? result.Objectives[0].Metric : 0;
        return
        [
            .. result.Tornado
                .Where(bar => bar.Metric == metric)
                .GroupBy(static bar => bar.Design)
                .OrderBy(static bars => bars.Key)
                .Select(bars => (result.Table.Designs[bars.Key], Of(result, metric, [.. bars]))),
        ];
    }

    private static Tornado Of(SweepResult result, int metric, TornadoBar[] bars)
    {
        SweepMetric of = result.Table.Metrics[metric];
        return new Tornado
        {
            Title = $"What moves the {of.Title} of {result.Table.Designs[bars[0].Design]}",
            Source = string.Create(
                CultureInfo.InvariantCulture,
                $"Each number at the ends of its stated range, all others at their values. memti {result.Version}, "
                    + $"{Path.GetFileName(result.Base)}"),
            Base = bars[0].Base,
            Axis = new Axis(of.Title),
            Rows =
            [
                .. bars.OrderByDescending(Length).ThenBy(static bar => bar.Number, StringComparer.Ordinal).Take(MostBars)
                    .Select(static bar => new TornadoRow(
                        $"{bar.Number}, {bar.Low} to {bar.High}", Known(bar.AtLow, bar), Known(bar.AtHigh, bar))),
            ],
        };
    }

    private static double Length(TornadoBar bar) => Math.Abs(Known(bar.AtHigh, bar) - Known(bar.AtLow, bar));

    // An end that the design refuses has no bar.
    private static double Known(double value, TornadoBar bar) => double.IsNaN(value) ? bar.Base : value;
}
