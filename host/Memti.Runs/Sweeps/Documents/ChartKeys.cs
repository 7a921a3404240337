using Memti.Documents.Parameters;
using Memti.Runs.Sweeps.Metrics;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>The keys of a chart of a study.</summary>
internal static class ChartKeys
{
    private const string Fits = "log where the values are positive and the greatest is more than 30 times the least, else linear";

    public static readonly DocumentKey<StudyChartKind> Kind = new("kind", "What kind of chart") { Fallback = StudyChartKind.Lines };

    public static readonly DocumentKey<string?>
        X = new("x", "The horizontal axis: an axis of the study; a metric or an axis of numbers for a front")
        {
            DefaultWords = "the first axis of numbers for lines, the first axis for bars, the first objective for a front",
        },
        Y = new("y", "The vertical axis: a metric", new TextType { Known = MetricCatalog.Names })
        {
            DefaultWords = "the first metric; the second objective for a front",
        },
        By = new("by", "The axis whose values tell the points of a front apart") { DefaultWords = "the designs" },
        Title = new("title", "Title of the chart") { DefaultWords = "what it shows" };

    public static readonly DocumentKey<Section?> At =
        new("at", "Values of axes at which the chart is drawn: a mapping of a name of an axis to a value", new MapType());

    public static readonly DocumentKey<ChartScale?>
        XScale = new("x_scale", "Scale of the horizontal axis") { DefaultWords = "that of the axis; " + Fits },
        YScale = new("y_scale", "Scale of the vertical axis") { DefaultWords = Fits };

    /// <summary>What a chart may hold.</summary>
    public static readonly KeySection All = new(Kind, X, Y, By, At, XScale, YScale, Title);
}
