using System.Text.Json;
using System.Text.Json.Serialization;
using Memti.Runs.Reports;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Output;

/// <summary>
/// What results are of, beside their columns: kept in the metadata of the Parquet file, so that pages need neither study nor plugins. No
/// path is in it, because equal results are equal bytes wherever they lie.
/// </summary>
internal sealed record ResultHead
{
    /// <summary>Version of this form.</summary>
    public const int Current = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public int Form { get; init; } = Current;

    public required string Study { get; init; }

    public required string Description { get; init; }

    /// <summary>Name of the study file, without its folder.</summary>
    public required string File { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>Name of the scenario file, without its folder.</summary>
    public required string Base { get; init; }

    public required string BaseSha256 { get; init; }

    public required string Version { get; init; }

    public required IReadOnlyList<SweepAxis> Axes { get; init; }

    public required IReadOnlyList<SweepMetric> Metrics { get; init; }

    public required IReadOnlyList<string> Designs { get; init; }

    public required bool HasIntervals { get; init; }

    public required IReadOnlyList<SweepObjective> Objectives { get; init; }

    public int? CrossingMetric { get; init; }

    public required IReadOnlyList<StudyChart> Charts { get; init; }

    public required int Samples { get; init; }

    public required IReadOnlyList<TornadoBar> Tornado { get; init; }

    public required IReadOnlyList<UnsampledNumber> Unsampled { get; init; }

    public required IReadOnlyList<PluginRow> Plugins { get; init; }

    /// <summary>The head of results.</summary>
    public static ResultHead Of(SweepResult result) => new()
    {
        Study = result.Study,
        Description = result.Description,
        File = Path.GetFileName(result.File),
        Sha256 = result.Sha256,
        Base = Path.GetFileName(result.Base),
        BaseSha256 = result.BaseSha256,
        Version = result.Version,
        Axes = result.Table.Axes,
        Metrics = result.Table.Metrics,
        Designs = result.Table.Designs,
        HasIntervals = result.Table.HasIntervals,
        Objectives = result.Objectives,
        CrossingMetric = result.CrossingMetric,
        Charts = result.Charts,
        Samples = result.Samples,
        Tornado = result.Tornado,
        Unsampled = result.Unsampled,
        Plugins = result.Plugins,
    };

    /// <summary>Reads a head; null when it is not of this form.</summary>
    public static ResultHead? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ResultHead>(json, Options) is { Form: Current } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The head as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, Options);

    /// <summary>The results with this head.</summary>
    public SweepResult With(SweepTable table) => new()
    {
        Study = Study,
        Description = Description,
        File = File,
        Sha256 = Sha256,
        Base = Base,
        BaseSha256 = BaseSha256,
        Version = Version,
        Table = table,
        Objectives = Objectives,
        Front = FrontSearch.Of(table, Objectives),
        CrossingMetric = CrossingMetric,
        Crossings = CrossingMetric is { } metric ? CrossingSearch.Of(table, metric) : [],
        Charts = Charts,
        Samples = Samples,
        Tornado = Tornado,
        Unsampled = Unsampled,
        Plugins = Plugins,
    };
}
