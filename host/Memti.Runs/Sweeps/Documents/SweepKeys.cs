using Memti.Documents.Nodes;
using Memti.Documents.Parameters;
using Memti.Runs.Sweeps.Metrics;

namespace Memti.Runs.Sweeps.Documents;

/// <summary>The keys of a study file.</summary>
internal static class SweepKeys
{
    /// <summary>Name of the section of axes.</summary>
    public const string AxesName = "axes";

    /// <summary>Most points of a study.</summary>
    public const int MostPoints = 10_000_000;

    private const int MostItems = 64;

    public static readonly DocumentKey<Node?> Version = VersionedDocument.KeyOf("memti_study");

    public static readonly DocumentKey<string?>
        Name = new("name", "Name of the study") { DefaultWords = "the name of the file" },
        Description = new("description", "What the study is"),
        Base = new("base", "The scenario or experiment that every point changes, relative to this file") { Required = "a scenario file" };

    public static readonly DocumentKey<Section?> Set =
        new("set", "What is set at every point, by key: workload.duration_s: 60", new MapType());

    public static readonly DocumentKey<IReadOnlyList<string>?> Designs =
        Texts("designs", "Names of the designs to run; the scenario's first always runs", new TextType { Longest = 64 }, "all");

    public static readonly DocumentKey<Section?> Axes =
        new(AxesName, "What differs between the points: a mapping of a key, or of a name, to values", new AxesType())
        {
            Required = "a mapping of keys to values",
        };

    public static readonly DocumentKey<IReadOnlyList<IReadOnlyList<string>>?> Zip = new(
        "zip",
        "Axes that are walked together, the first value of one with the first of the other: lists of names of axes",
        new ListType<IReadOnlyList<string>>(
            new DocumentKey<IReadOnlyList<string>>("", "Their names", new ListType<string>(new DocumentKey<string>("", ""), 2, MostItems)),
            0,
            MostItems));

    public static readonly DocumentKey<SampleMethod> Method =
        new("method", "How points are drawn") { Fallback = SampleMethod.Sobol };

    public static readonly DocumentKey<int?> Points = new("points", "How many points", 1, MostPoints) { Required = "a number of points" };

    public static readonly DocumentKey<long> Seed = new("seed", "Seed of the draw", 0, long.MaxValue) { Fallback = 1 };

    public static readonly DocumentKey<Section?> Sample = new(
        "sample",
        "Draw points from the axes in place of every combination",
        new SectionType(new KeySection(Method, Points, Seed)));

    public static readonly DocumentKey<int> Samples =
        new("samples", "Draws of all uncertain numbers at each point", 8, 10_000) { Fallback = 64 };

    public static readonly DocumentKey<Section?> Uncertainty = new(
        "uncertainty",
        "Draw every fitted or assumed number with a stated range at each point, for an interval around each result, as --uncertainty does",
        new SectionType(new KeySection(Samples, Seed)));

    public static readonly DocumentKey<IReadOnlyList<string>?> Constraints = Texts(
        "constraints",
        "What a design must keep to be on the front, such as weight_memory_area_mm2 < 10. One of axes alone leaves points out",
        new TextType { Longest = TextType.LongestOfDocument },
        null);

    public static readonly DocumentKey<IReadOnlyList<string>?> Metrics =
        Texts("metrics", "The figures that results have", new TextType { Known = MetricCatalog.Names }, "those that memti run compares");

    public static readonly DocumentKey<Section?> Objectives = new(
        "objectives",
        "What is wanted, for a Pareto front: a mapping of a metric to minimise or maximise",
        new MapType(new DocumentKey<ObjectiveDirection?>("", "What is wanted of the metric")));

    public static readonly DocumentKey<string?> Crossings =
        new("crossings", "Metric whose crossings with the first design are printed, along the one axis of numbers");

    public static readonly DocumentKey<Section?> Chart = new("", "A chart", new SectionType(ChartKeys.All));

    public static readonly DocumentKey<Section?> Charts = new(
        "charts", "Charts to draw, each a file beside the results: a mapping of a name to a chart", new MapType(Chart))
    {
        DefaultWords = "the front of the objectives, and the first metric along the first axis",
    };

    /// <summary>What the file may hold.</summary>
    public static readonly KeySection Root =
        new(
            Version, Name, Description, Base, Set, Designs, Axes, Zip, Sample, Uncertainty, Constraints, Metrics, Objectives, Crossings,
            Charts);

    private static DocumentKey<IReadOnlyList<string>?> Texts(string name, string description, ParameterType text, string? usual) =>
        new(name, description, new ListType<string>(new DocumentKey<string>("", "", text), 0, 1000)) { DefaultWords = usual };
}
