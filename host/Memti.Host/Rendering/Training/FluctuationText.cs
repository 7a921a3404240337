using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Documents.Files;
using Memti.Training.Fluctuation;
using Memti.Training.Statistics;

namespace Memti.Host.Rendering.Training;

/// <summary>Formats the results of a study of fluctuating reads.</summary>
internal static class FluctuationText
{
    private const int Version = 1;

    public static string Render(FluctuationResult result, string format) => format switch
    {
        "json" => JsonText.Of(Json(result)),
        "csv" => FluctuationCsv.Write(result),
        _ => Points(result) + "\n" + Equal(result) + "\n" + Notes(result),
    };

    private static string Points(FluctuationResult result)
    {
        TextTable text = new TextTable(
            "task", "technique", "read level", "accuracy %", "95 % over seeds", "energy", "95 % over seeds ", "energy nJ/image")
            .LeftAlign(1);
        foreach (FluctuationPoint point in result.Points)
            text.Add(
                point.Task,
                point.Technique.Name,
                Number(point.Level, "0.###"),
                Number(100 * point.Accuracy.Mean, "0.0"),
                Range(point.Accuracy, 100, "0.0"),
                Number(point.Energy.Mean, "0.000"),
                Range(point.Energy, 1, "0.000"),
                Number(point.Joules * 1e9, "0.###"));
        return text.ToString();
    }

    private static string Equal(FluctuationResult result)
    {
        TextTable text = new TextTable("task", "technique", "accuracy %", "plain energy", "energy", "times less").LeftAlign(1);
        foreach (EqualAccuracy equal in result.AtEqualAccuracy)
            text.Add(
                equal.Task,
                equal.Technique.Name,
                Number(100 * equal.Accuracy, "0.0"),
                Number(equal.PlainEnergy, "0.000"),
                Number(equal.Energy, "0.000"),
                Number(equal.Saving, "0.0"));
        return text.ToString();
    }

    private static string Notes(FluctuationResult result)
    {
        (double exact, double sampled) = result.VarianceRatio;
        IEnumerable<string> notes =
        [
            "energy: of reads over direct reading at level 1; at equal accuracy interpolated between read levels, - outside them",
            FormattableString.Invariant(
                $"a read: amplitude {result.Reads.Fluctuation.Amplitude:0.####}, exponent {result.Reads.Fluctuation.Exponent:0.##}, ")
                + FormattableString.Invariant(
                    $"{result.Study.InputBits} bits, correlation of neighbouring bits {result.Reads.Correlation:0.###}"),
            FormattableString.Invariant(
                $"variance bit by bit over direct, full scale: {exact:0.000} in closed form, {sampled:0.000} of sampled cells"),
            .. result.Clean.Select(task => FormattableString.Invariant(
                $"{task.Task}: {100 * task.Accuracy.Mean:0.0} % in floating point without noise")
                + (result.PulseRatio(task.Task) is { } ratio
                    ? FormattableString.Invariant($"; bit by bit takes {1 / ratio:0.00} times less energy at the highest read level")
                    : "")),
            .. result.Reads.ArrayJoules.Select(level => FormattableString.Invariant(
                $"{result.Study.Cell} at level {level.Level:0.###}: {level.Joules * 1e12:0.####} pJ of a read access per cell")),
            .. result.Reads.CellJoules is { } cell
                ? (string[])[FormattableString.Invariant($"of which the cell and its reference {cell * 1e12:0.####} pJ per level")]
                : [],
            FormattableString.Invariant(
                $"seeds {string.Join(", ", result.Study.Seeds)}; {result.Study.Draws} draws of reads per evaluation"),
        ];
        return string.Concat(notes.Select(static note => note + "\n"));
    }

    private static JsonObject Json(FluctuationResult result) => new()
    {
        ["version"] = Version,
        ["name"] = result.Name,
        ["cell"] = result.Study.Cell,
        ["amplitude"] = result.Reads.Fluctuation.Amplitude,
        ["exponent"] = result.Reads.Fluctuation.Exponent,
        ["input_bits"] = result.Study.InputBits,
        ["correlation"] = result.Reads.Correlation,
        ["variance_ratio"] = new JsonObject { ["exact"] = result.VarianceRatio.Exact, ["sampled"] = result.VarianceRatio.Sampled },
        ["cell_j"] = result.Reads.CellJoules,
        ["array"] = new JsonArray([.. result.Reads.ArrayJoules.Select(static level =>
            new JsonObject { ["read_level"] = level.Level, ["access_j_per_cell"] = level.Joules })]),
        ["clean"] = new JsonArray([.. result.Clean.Select(static task =>
            new JsonObject { ["task"] = task.Task, ["accuracy"] = Json(task.Accuracy) })]),
        ["points"] = new JsonArray([.. result.Points.Select(static point => new JsonObject
        {
            ["task"] = point.Task,
            ["technique"] = point.Technique.Name,
            ["read_level"] = point.Level,
            ["accuracy"] = Json(point.Accuracy),
            ["energy"] = Json(point.Energy),
            ["energy_j"] = point.Joules,
        })]),
        ["equal_accuracy"] = new JsonArray([.. result.AtEqualAccuracy.Select(static equal => new JsonObject
        {
            ["task"] = equal.Task,
            ["technique"] = equal.Technique.Name,
            ["accuracy"] = equal.Accuracy,
            ["plain_energy"] = equal.PlainEnergy,
            ["energy"] = equal.Energy,
        })]),
    };

    private static JsonObject Json(SampleSummary summary) => new()
    {
        ["seeds"] = summary.Count,
        ["mean"] = summary.Mean,
        ["low95"] = summary.Confidence95?.Low,
        ["high95"] = summary.Confidence95?.High,
    };

    private static string Range(SampleSummary summary, double factor, string format) => summary.Confidence95 is { } ends
        ? $"{Number(factor * ends.Low, format)} to {Number(factor * ends.High, format)}"
        : "-";

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
