using System.Globalization;
using Memti.Abstractions.Parameters;

namespace Memti.Plugins.Supplies.Sources;

/// <summary>Reads a CSV file: a head that names a time and quantities with their units, then a sample on each line.</summary>
internal static class CsvRecording
{
    /// <summary>Most samples: those of a year of seconds.</summary>
    public const int MostSamples = 40_000_000;

    private const string Heads = "time_s or time_ms, then irradiance_w_per_m2, illuminance_lux, power_w, power_uw, or voltage_v, "
        + "alone or with current_a";

    public static Recording Read(ScenarioFile file, HarvesterOptions options)
    {
        try
        {
            using var reader = new StreamReader(file.Path);
            return Read(reader, file, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw RecordingError.Unreadable(file, error);
        }
    }

    private static Recording Read(TextReader reader, ScenarioFile file, HarvesterOptions options)
    {
        string[] head = Fields(reader.ReadLine() ?? "");
        double timeUnit = head.Length < 2 ? 0 : UnitOfTime(head[0]);
        if (timeUnit == 0 || !IsKnown(head))
            throw RecordingError.At(file, 1, $"the head is '{string.Join(',', head)}', which names no quantities with units", Heads);
        var samples = new List<Sample>();
        long line = 1;
        while (reader.ReadLine() is { } text)
        {
            line++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (samples.Count == MostSamples)
                throw RecordingError.At(file, line, "there are too many samples", $"up to {MostSamples}");
            string[] fields = Fields(text);
            if (fields.Length != head.Length)
                throw RecordingError.At(file, line, $"there are {fields.Length} values", $"{head.Length}, as the head says");
            samples.Add(SampleOf(head, [.. fields.Select(field => Number(file, line, field))], timeUnit, options, line));
        }

        return samples.Count > 0
            ? new(samples, head[1] is "irradiance_w_per_m2" or "illuminance_lux")
            : throw RecordingError.Of(file, "has no samples", "at least one");
    }

    private static Sample SampleOf(string[] head, double[] values, double timeUnit, HarvesterOptions options, long line) => new(
        values[0] * timeUnit,
        head[1] == "voltage_v" ? values[1] : 0,
        head[1] switch
        {
            "illuminance_lux" => values[1] / options.LuxPerWM2,
            "power_uw" => values[1] * 1e-6,
            "voltage_v" => values[1] * (head.Length > 2 ? values[2] : values[1] / options.LoadOhm),
            _ => values[1],
        },
        line);

    private static double UnitOfTime(string name) => name switch
    {
        "time_s" => 1,
        "time_ms" => 1e-3,
        _ => 0,
    };

    private static bool IsKnown(string[] head) => head is
        [_, "irradiance_w_per_m2" or "illuminance_lux" or "power_w" or "power_uw" or "voltage_v"] or [_, "voltage_v", "current_a"];

    private static string[] Fields(string line) =>
        line.Split([',', ';', '\t', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static double Number(ScenarioFile file, long line, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw RecordingError.At(file, line, $"'{text}' is no number", "finite numbers");
}
