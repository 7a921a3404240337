using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Units;
using Memti.Documents.Names;
using Memti.Documents.Nodes;
using Memti.Documents.Numbers;
using Memti.Runs.Codes;

namespace Memti.Runs.Costs;

/// <summary>Costs of inferences by task, from a CSV file. Lines that begin with <c>#</c> and empty lines say nothing.</summary>
internal sealed class CostTable
{
    private const string Task = "task";
    private const string Latency = "latency_ms";
    private const string Energy = "energy_mj";
    private const string Accelerator = "accelerator";
    private const string Head = "a head with the columns task, latency_ms and energy_mj";
    private const double MostMilliseconds = 1e9;
    private const double MostMillijoules = 1e12;

    private readonly string _path;
    private readonly Dictionary<string, CostRow> _rows = new(StringComparer.Ordinal);
    private string[] _fields = [];

    private CostTable(string path) => _path = path;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rows">The word that its rows have in the column <c>accelerator</c>; null for all rows.</param>
    /// <exception cref="MemtiException"><see cref="RunCodes.BadCostTable"/> with line and column.</exception>
    public static CostTable Read(string path, string? rows)
    {
        if (SourceFile.Read(path, out string trouble) is not { } source)
            throw new MemtiException(new Diagnostic(
                RunCodes.BadCostTable, $"table of costs '{path}' cannot be read: {trouble}.")
            { Value = path });
        CostTable table = new(path);
        table.ReadLines(source.Text.Split('\n'), rows);
        return table;
    }

    /// <summary>The costs of a task.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.UnsupportedLayer"/>: the table has none.</exception>
    public CostRow Of(string task)
    {
        if (_rows.TryGetValue(task, out CostRow row))
            return row;
        string[] known = [.. _rows.Keys];
        string permitted = string.Join(", ", known);
        throw new MemtiException(new Diagnostic(
            DiagnosticCode.UnsupportedLayer,
            $"table of costs '{_path}' has no row of task '{task}'; "
                + (NearestName.Question(task, known) ?? $"permitted: {permitted}."))
        {
            Value = task,
            Permitted = NearestName.Of(task, known) ?? permitted,
        });
    }

    private void ReadLines(string[] lines, string? rows)
    {
        string[]? head = null;
        for (int line = 0; line < lines.Length; line++)
        {
            string text = lines[line].TrimEnd('\r');
            if (text.Trim().Length == 0 || text[0] == '#')
                continue;
            string[] fields = _fields = text.Split(',');
            if (head is null)
                head = HeadOf(fields, line, rows);
            else
                ReadRow(head, fields, line, rows);
        }

        if (head is null)
            throw Bad(0, 0, "the table has no line", "", Head);
        if (_rows.Count == 0)
            throw Bad(0, 0, rows is null ? "the table has no row" : $"no row is of accelerator '{rows}'", rows ?? "", "at least one row");
    }

    private string[] HeadOf(string[] fields, int line, string? rows)
    {
        string[] head = [.. fields.Select(static field => field.Trim())];
        string[] required = rows is null ? [Task, Latency, Energy] : [Task, Latency, Energy, Accelerator];
        foreach (string column in required)
            if (!head.Contains(column))
                throw Bad(line, 0, $"the table has no column '{column}'", string.Join(',', head), Head);
        return head;
    }

    private void ReadRow(string[] head, string[] fields, int line, string? rows)
    {
        if (fields.Length < head.Length)
            throw Bad(line, 0, $"a row has {fields.Length} fields", string.Join(',', fields), $"{head.Length} fields, as the head");
        if (rows is not null && fields[Array.IndexOf(head, Accelerator)].Trim() != rows)
            return;
        string task = fields[Array.IndexOf(head, Task)].Trim();
        double latency = Number(head, fields, line, Latency, MostMilliseconds);
        double energy = Number(head, fields, line, Energy, MostMillijoules);
        int place = Array.IndexOf(head, Latency);
        if (latency <= 0)
            throw Bad(line, place, "a latency is not above 0", fields[place], "more than 0");
        if (!_rows.TryAdd(task, new(SimTime.FromMilliseconds(latency), Memti.Abstractions.Units.Energy.FromMillijoules(energy))))
            throw Bad(line, Array.IndexOf(head, Task), $"task '{task}' is there twice", task, "each task once; 'rows' chooses");
    }

    private double Number(string[] head, string[] fields, int line, string column, double most)
    {
        int place = Array.IndexOf(head, column);
        string text = fields[place].Trim();
        return DecimalNumber.TryParse(text, out DecimalNumber number) && number.ToDouble() is >= 0 and var value && value <= most
            ? value
            : throw Bad(line, place, $"'{text}' is no {column}", text, $"0 to {ValueRange.Written(most)}");
    }

    private MemtiException Bad(int line, int column, string what, string value, string permitted) =>
        new(new Diagnostic(RunCodes.BadCostTable, $"{what}; permitted: {permitted}.")
        {
            File = _path,
            Line = line + 1,
            Column = 1 + _fields.Take(column).Sum(static field => field.Length + 1),
            Value = value,
            Permitted = permitted,
        });
}
