using System.Globalization;
using Memti.Abstractions.Parameters;
using Memti.Plugins.Supplies.Sources;

namespace Memti.Plugins.Supplies.Converters;

/// <summary>Reads a table of efficiencies from CSV.</summary>
internal static class EfficiencyTableFile
{
    private const int MostLines = 4096;

    public static EfficiencyTable Read(ScenarioFile file)
    {
        string[] lines = Lines(file);
        string[] head = lines.Length > 0 ? lines[0].Split(',') : [];
        if (lines.Length is < 2 or > MostLines || head.Length < 2 || head[0].Trim() != "input_v")
            throw RecordingError.At(file, 1, "the head is not that of a table", "input_v and currents in A, then up to 4095 lines");
        double[] amperes = [.. head.Skip(1).Select(text => Number(file, 1, text, double.MaxValue))];
        double[][] rows = [.. lines.Skip(1).Select((line, index) => Row(file, index + 2, line, head.Length))];
        double[] volts = [.. rows.Select(static row => row[0])];
        RequireAscending(file, "input voltages", volts);
        RequireAscending(file, "currents", amperes);
        return new(volts, amperes, [.. rows.Select(static row => row[1..])], IsLinear: false);
    }

    private static string[] Lines(ScenarioFile file)
    {
        try
        {
            return [.. File.ReadLines(file.Path).Where(static line => line.Trim().Length > 0).Take(MostLines + 1)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw RecordingError.Unreadable(file, error);
        }
    }

    private static double[] Row(ScenarioFile file, int line, string text, int columns)
    {
        string[] fields = text.Split(',');
        if (fields.Length != columns)
            throw RecordingError.At(file, line, $"there are {fields.Length} values", $"{columns}, as the head says");
        return [Number(file, line, fields[0], double.MaxValue), .. fields.Skip(1).Select(field => Number(file, line, field, 1))];
    }

    private static double Number(ScenarioFile file, int line, string text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0 && value <= most
            ? value
            : throw RecordingError.At(
                file, line, $"'{text.Trim()}' is no such number", most == 1 ? "efficiencies from 0 to 1" : "zero or more");

    private static void RequireAscending(ScenarioFile file, string what, double[] values)
    {
        for (int index = 1; index < values.Length; index++)
            if (!(values[index] > values[index - 1]))
                throw RecordingError.Of(file, $"has {what} that do not rise", "rising ones");
    }
}
