using System.Globalization;
using Memti.Abstractions.Parameters;
using Memti.Charts;
using Memti.Charts.Axes;
using Memti.Documents.Numbers;
using Memti.Runs.Reports;
using Memti.Runs.Timelines;
using Memti.Simulation.Ledger;

namespace Memti.Runs.Charts;

/// <summary>Draws what a run's report says.</summary>
public static class ReportCharts
{
    /// <summary>Bars of the chart of what moves a result.</summary>
    private const int MostNumbers = 12;

    /// <summary>Relative step of the chart of what moves a result.</summary>
    private const double Step = 0.1;

    private static readonly IReadOnlyList<string> Causes = new EnumWords(typeof(EnergyCause)).All;

    /// <summary>A chart of a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="chart">Which chart.</param>
    /// <returns>The chart; null where the report has nothing for it: no memory that wears, no timeline, no sensitivity.</returns>
    public static Chart? Of(RunReport report, ReportChart chart)
    {
        ArgumentNullException.ThrowIfNull(report);
        return chart switch
        {
            ReportChart.Energy => Energy(report),
            ReportChart.EnergyShare => EnergyShare(report),
            ReportChart.Components => Components(report),
            ReportChart.Lifetime => Lifetime(report),
            ReportChart.Power => Power(report),
            _ => report.Designs.Select(design => Sensitivity(report, design)).LastOrDefault(static drawn => drawn is not null),
        };
    }

    /// <summary>What moves the energy of a frame of a design; null where that was not asked for, or nothing does.</summary>
    public static Tornado? Sensitivity(RunReport report, DesignReport design)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(design);
        Comparison energy = design.Comparisons.First(static figure => figure.Column.Key == "energy_per_frame_mj");
        TornadoRow[] rows =
        [
            .. energy.Elasticities
                .Where(static number => number.Value is not null)
                .OrderByDescending(static number => Math.Abs(number.Value!.Value))
                .Take(MostNumbers)
                .Select(number => new TornadoRow(
                    number.Number,
                    (Math.Pow(1 - Step, number.Value!.Value) - 1) * 100,
                    (Math.Pow(1 + Step, number.Value!.Value) - 1) * 100)),
        ];
        return rows.Length == 0 ? null : new Tornado
        {
            Title = $"What moves the energy per frame of {design.Name}",
            Source = $"From the elasticity of each uncertain number at its value. {SourceOf(report)}",
            Base = 0,
            Axis = new Axis("change of the energy per frame (%)"),
            Ends = ("number 10 % lower", "number 10 % higher"),
            Rows = rows,
        };
    }

    /// <summary>What reproduces a report, in one line.</summary>
    private static string SourceOf(RunReport report) => string.Create(
        CultureInfo.InvariantCulture, $"memti {report.Version}, {report.Scenario}, sha256 {report.ScenarioSha256[..12]}");

    private static StackedBars Energy(RunReport report) => new()
    {
        Title = "Energy of a frame by cause",
        Source = SourceOf(report),
        Description = Described(report),
        Rows = Names(report),
        Axis = new Axis("energy per frame (mJ)"),
        SumText = Millijoules,
        Series = [.. ByCause(report, static design => 1)],
    };

    private static StackedBars EnergyShare(RunReport report) => new()
    {
        Title = "Where the energy of a frame goes, in percent of each design",
        Source = SourceOf(report),
        Rows = Names(report),
        Axis = new Axis("share of the energy per frame (%)") { Max = 100 },
        Series = [.. ByCause(report, static design => 100 / design.Energy.Sum(static post => post.MillijoulesPerFrame))],
    };

    private static StackedBars Components(RunReport report)
    {
        string[] components =
            [.. report.Designs.SelectMany(static design => design.Energy).Select(static post => post.Component).Distinct()];
        return new StackedBars
        {
            Title = "Energy of a frame by component",
            Source = SourceOf(report),
            Rows = Names(report),
            Axis = new Axis("energy per frame (mJ)"),
            SumText = Millijoules,
            Series = [.. components.Select(component => new BarSeries(
                component,
                [.. report.Designs.Select(design => Sum(design, post => post.Component == component))]))],
        };
    }

    private static DotChart? Lifetime(RunReport report)
    {
        string[] bounds =
            [.. report.Designs.SelectMany(static design => design.Lifetimes).Select(static life => life.Bound).Distinct().Order()];
        return bounds.Length == 0 ? null : new DotChart
        {
            Title = "How long each memory lasts",
            Source = SourceOf(report),
            Kinds = [.. bounds.Select(static bound => bound == "none" ? "neither wears nor fades" : $"ends by {bound}")],
            Axis = new Axis("lifetime (years)", AxisScale.Logarithmic),
            Rows = [.. report.Designs.SelectMany(design => design.Lifetimes.Select(life => new DotRow(
                $"{design.Name} / {life.Memory}",
                life.Years,
                life.Years is null ? "no end" : QuantityText.Lifetime(life.Years),
                Array.IndexOf(bounds, life.Bound))))],
        };
    }

    private static XyChart? Power(RunReport report)
    {
        DesignReport[] seen = [.. report.Designs.Where(static design => design.Timeline is not null)];
        return seen.Length == 0 ? null : new XyChart
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Power over frame {seen[0].Timeline!.Frame}"),
            Source = SourceOf(report),
            X = new Axis("time since the frame starts (ms)"),
            Y = new Axis("power (mW)", AxisScale.Logarithmic),
            Series = [.. seen.Select(static design => PowerOf(design.Name, design.Timeline!))],
        };
    }

    private static PointSeries PowerOf(string name, FrameTimeline timeline)
    {
        PowerStep last = timeline.Power[^1] with { At = timeline.Length };
        return new PointSeries(
            name,
            [.. timeline.Power.Append(last).Select(static step => step.At * 1e-9)],
            [.. timeline.Power.Append(last).Select(static step => step.Milliwatts)])
        {
            Line = LineStyle.Steps,
            HasMarkers = false,
        };
    }

    private static IEnumerable<BarSeries> ByCause(RunReport report, Func<DesignReport, double> scale) => Causes
        .Select((cause, look) => new BarSeries(
            cause.Replace('_', ' '),
            [.. report.Designs.Select(design => Sum(design, post => post.Cause == cause) * scale(design))])
        {
            // A cause looks the same in every report.
            Look = look,
        })
        .Where(static series => series.Values.Any(static value => value > 0));

    private static double? Sum(DesignReport design, Func<EnergyPost, bool> among) =>
        design.Energy.Where(among).Sum(static post => post.MillijoulesPerFrame);

    private static string[] Names(RunReport report) => [.. report.Designs.Select(static design => design.Name)];

    private static string Millijoules(double value) =>
        value.ToString(value < 0.01 ? "0.00e0" : value < 1 ? "0.000" : "0.00", CultureInfo.InvariantCulture) + " mJ";

    private static string Described(RunReport report) => string.Join(
        "; ", report.Designs.Select(static design => $"{design.Name} {Millijoules(design.Figures.EnergyPerFrameMj)}"));
}
