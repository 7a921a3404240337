using System.Globalization;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Documents.Nodes;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Sweeps.Output;

/// <summary>
/// A table as CSV (RFC 4180): one line per point and design, with its axes, whether it keeps the constraints, the code of its failure, and
/// its metrics. Names of columns end with their units.
/// </summary>
public static class SweepCsv
{
    private const int Buffer = 1 << 16;

    /// <summary>Writes a table to a file, aside until it is whole.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; nothing is left behind.</exception>
    public static void Write(string file, SweepTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var stream = new GrowingFileStream(file);
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer, leaveOpen: true))
            Write(writer, table);
        stream.Complete();
    }

    /// <summary>Writes a table.</summary>
    public static void Write(TextWriter writer, SweepTable table)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(table);
        WriteLine(writer, Head(table));
        for (int point = 0; point < table.Points; point++)
            for (int design = 0; design < table.Designs.Count; design++)
                WriteLine(writer, Row(table, new SweepRow(point, design)));
    }

    private static IEnumerable<string> Head(SweepTable table) =>
    [
        TableHead.Point,
        TableHead.Id,
        .. table.Axes.Select(axis => CsvText.Quote(TableHead.Of(table, axis))),
        TableHead.Design,
        TableHead.Permitted,
        TableHead.Error,
        .. table.Metrics.SelectMany(metric =>
            table.HasIntervals ? [metric.Name, TableHead.Low(metric), TableHead.High(metric)] : (string[])[metric.Name]),
    ];

    private static IEnumerable<string> Row(SweepTable table, SweepRow row)
    {
        yield return row.Point.ToString(CultureInfo.InvariantCulture);
        yield return table.Id(row.Point);
        for (int axis = 0; axis < table.Axes.Count; axis++)
            yield return CsvText.Quote(table.Text(row.Point, axis));
        yield return CsvText.Quote(table.Designs[row.Design]);
        yield return table.IsPermitted(row) ? "true" : "false";
        yield return table.Error(row.Point)?.Code ?? "";
        for (int metric = 0; metric < table.Metrics.Count; metric++)
        {
            yield return Number(table.Value(row, metric));
            if (!table.HasIntervals)
                continue;
            yield return Number(table.Low(row, metric));
            yield return Number(table.High(row, metric));
        }
    }

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("R", CultureInfo.InvariantCulture);

    private static void WriteLine(TextWriter writer, IEnumerable<string> fields)
    {
        bool first = true;
        foreach (string field in fields)
        {
            if (!first)
                writer.Write(',');
            writer.Write(field);
            first = false;
        }

        writer.Write("\r\n");
    }
}
