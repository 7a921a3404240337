using System.Globalization;
using System.Text;
using Memti.Runs.Sweeps.Results;

namespace Memti.Host.Rendering;

/// <summary>A sweep for eyes: what was run, the front, and the crossings.</summary>
internal static class SweepText
{
    private const int MostRows = 20;

    /// <summary>The text.</summary>
    public static string Render(SweepResult result)
    {
        SweepTable table = result.Table;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Study}: {table.Points:#,0} points, {table.Designs.Count} designs\n");
        if (result.Samples > 0)
            Append(text, result);
        if (result.Front is { } front)
            Append(text, table, front);
        foreach (Crossing crossing in result.Crossings)
            text.Append(Line(table, crossing)).Append('\n');
        if (result.Crossings.Count > 0)
            foreach (string design in table.Designs.Skip(1).Where((_, index) => result.Crossings.All(one => one.Design != index + 1)))
                text.Append($"{design} does not cross {table.Designs[0]}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, SweepResult result)
    {
        string[] drawn = [.. result.Tornado.Select(static bar => bar.Number).Distinct()];
        text.Append(
            CultureInfo.InvariantCulture, $"intervals of 90 % of {result.Samples:#,0} draws of {drawn.Length} numbers at each point\n");
        if (result.Unsampled.Count > 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"not drawn, because no range is stated: {string.Join(", ", result.Unsampled.Select(static one => one.Number))}\n");
    }

    private static void Append(StringBuilder text, SweepTable table, ParetoFront front)
    {
        string wanted = string.Join(", ", front.Objectives.Select(one =>
            (one.Maximise ? "most " : "least ") + table.Metrics[one.Metric].Title));
        text.Append(CultureInfo.InvariantCulture, $"\nPareto front ({wanted}): {front.Rows.Count:#,0} rows\n");
        var lines = new TextTable(
            [.. table.Axes.Select(static axis => axis.Name), "design", .. front.Objectives.Select(one => table.Metrics[one.Metric].Name)]);
        foreach (SweepRow row in front.Rows.Take(MostRows))
            lines.Add(
            [
                .. Enumerable.Range(0, table.Axes.Count).Select(axis => table.Text(row.Point, axis)),
                table.Designs[row.Design],
                .. front.Objectives.Select(one => Number(table.Value(row, one.Metric))),
            ]);
        text.Append(lines);
        if (front.Rows.Count > MostRows)
            text.Append(CultureInfo.InvariantCulture, $"and {front.Rows.Count - MostRows:#,0} more\n");
    }

    private static string Line(SweepTable table, Crossing crossing)
    {
        SweepAxis axis = table.Axes[crossing.Axis];
        string unit = axis.Unit.Length == 0 ? "" : " " + axis.Unit;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Designs[crossing.Design]} {(crossing.Rising ? "rises above" : "falls below")} {table.Designs[0]} at {axis.Name} "
                + $"{Number(crossing.At)}{unit}{table.OthersAt(crossing)} (between {table.Text(crossing.Below, crossing.Axis)} and "
                + $"{table.Text(crossing.Above, crossing.Axis)}): {table.Metrics[crossing.Metric].Title}");
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
