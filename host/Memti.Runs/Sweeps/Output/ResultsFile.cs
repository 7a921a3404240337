using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Results;
using Parquet;
using Parquet.Schema;

namespace Memti.Runs.Sweeps.Output;

/// <summary>Reads the results of a sweep back from their Parquet file, which needs neither the study nor its plugins.</summary>
public sealed class ResultsFile
{
    /// <summary>Name of the file in the folder of the results.</summary>
    public const string Name = "results.parquet";

    /// <summary>Key of the head in the metadata of the file.</summary>
    internal const string HeadKey = "memti.results";

    private readonly ResultHead _head;
    private readonly ParquetReader _reader;
    private readonly int _rows;

    private ResultsFile(ResultHead head, ParquetReader reader)
    {
        (_head, _reader) = (head, reader);
        _rows = checked((int)reader.RowGroups.Sum(static group => group.RowCount));
    }

    /// <summary>The file of results in a folder, or the path itself where it is one; null where there is none.</summary>
    public static string? Find(string path) =>
        Directory.Exists(path) && Path.Combine(path, Name) is var inside && File.Exists(inside) ? inside
            : path.EndsWith(".parquet", StringComparison.Ordinal) && File.Exists(path) ? path : null;

    /// <summary>Reads results.</summary>
    /// <exception cref="MemtiException"><see cref="SweepCodes.BadResults"/>: the file cannot be read, or no sweep of this version wrote
    /// it.</exception>
    public static SweepResult Read(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            return ReadAsync(file).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ParquetException
            or ArgumentException or OverflowException or FormatException)
        {
            throw Refused(file, error.Message.TrimEnd('.'), error);
        }
    }

    private static async Task<SweepResult> ReadAsync(string file)
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(file).ConfigureAwait(false);
        if (!reader.CustomMetadata.TryGetValue(HeadKey, out string? json) || ResultHead.Read(json) is not { } head)
            throw Refused(file, "no sweep of this version of Memti wrote it; run the sweep again, which takes points from the store", null);
        SweepTable table = await new ResultsFile(head, reader).TableAsync().ConfigureAwait(false);
        return head.With(table);
    }

    private static MemtiException Refused(string file, string why, Exception? inner) => new(
        new Diagnostic(SweepCodes.BadResults, $"the results cannot be read: {why}.") { File = file }, inner);

    private async Task<SweepTable> TableAsync()
    {
        int designs = _head.Designs.Count;
        int points = _rows / designs;
        string?[] errors = await TextsAsync(TableHead.Error, points, designs).ConfigureAwait(false);
        var columns = new TableColumns
        {
            Axes = _head.Axes,
            Metrics = _head.Metrics,
            Designs = _head.Designs,
            AxisTexts = new string[_head.Axes.Count][],
            Values = new double[_head.Metrics.Count][],
            Low = _head.HasIntervals ? new double[_head.Metrics.Count][] : null,
            High = _head.HasIntervals ? new double[_head.Metrics.Count][] : null,
            Excluded = [.. (await PermittedAsync().ConfigureAwait(false)).Select(static permitted => !permitted)],
            Keys = [.. (await TextsAsync(TableHead.Id, points, designs).ConfigureAwait(false)).Select(static id => JobKey.Parse(id!))],
            Errors = Enumerable.Range(0, points).Where(point => errors[point] is not null)
                .ToDictionary(static point => point, point => new PointError(errors[point]!, "")),
        };
        for (int axis = 0; axis < columns.Axes.Count; axis++)
            columns.AxisTexts[axis] = await AxisAsync(columns.Axes[axis], points, designs).ConfigureAwait(false);
        for (int metric = 0; metric < columns.Metrics.Count; metric++)
        {
            SweepMetric named = columns.Metrics[metric];
            columns.Values[metric] = await NumbersAsync(named.Name).ConfigureAwait(false);
            if (columns.Low is null)
                continue;
            columns.Low[metric] = await NumbersAsync(TableHead.Low(named)).ConfigureAwait(false);
            columns.High![metric] = await NumbersAsync(TableHead.High(named)).ConfigureAwait(false);
        }

        return new SweepTable(columns);
    }

    private async Task<string[]> AxisAsync(SweepAxis axis, int points, int designs)
    {
        string name = TableHead.Of(_head.Metrics, axis);
        // Values repeat: each text is kept once.
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        string Once(string text) => known.TryGetValue(text, out string? same) ? same : known[text] = text;
        if (!axis.IsNumber)
            return [.. (await TextsAsync(name, points, designs).ConfigureAwait(false)).Select(text => Once(text ?? ""))];
        double[] numbers = await WholeAsync<double>(name).ConfigureAwait(false);
        return [.. Enumerable.Range(0, points).Select(point => Once(numbers[point * designs].ToString("R", CultureInfo.InvariantCulture)))];
    }

    private async Task<bool[]> PermittedAsync() => await WholeAsync<bool>(TableHead.Permitted).ConfigureAwait(false);

    private async Task<T[]> WholeAsync<T>(string name)
        where T : struct
    {
        T[] all = new T[_rows];
        await EachGroupAsync(name, (group, field, at, count) => group.ReadAsync(field, all.AsMemory(at, count))).ConfigureAwait(false);
        return all;
    }

    private async Task<double[]> NumbersAsync(string name)
    {
        double?[] all = new double?[_rows];
        await EachGroupAsync(name, (group, field, at, count) => group.ReadAsync<double>(field, all.AsMemory(at, count)))
            .ConfigureAwait(false);
        return Array.ConvertAll(all, static value => value ?? double.NaN);
    }

    /// <summary>The text of each point, from the row of its first design.</summary>
    private async Task<string?[]> TextsAsync(string name, int points, int designs)
    {
        string?[] all = new string?[_rows];
        await EachGroupAsync(name, (group, field, at, count) => group.ReadAsync(field, all.AsMemory(at, count)!)).ConfigureAwait(false);
        return [.. Enumerable.Range(0, points).Select(point => all[point * designs])];
    }

    private async Task EachGroupAsync(string name, Func<ParquetRowGroupReader, DataField, int, int, ValueTask> readAsync)
    {
        DataField field = _reader.Schema.GetDataFields().FirstOrDefault(field => field.Name == name)
            ?? throw new InvalidDataException($"it has no column '{name}'");
        int at = 0;
        for (int index = 0; index < _reader.RowGroupCount; index++)
        {
            using ParquetRowGroupReader group = _reader.OpenRowGroupReader(index);
            int count = checked((int)group.RowCount);
            await readAsync(group, field, at, count).ConfigureAwait(false);
            at += count;
        }
    }
}
