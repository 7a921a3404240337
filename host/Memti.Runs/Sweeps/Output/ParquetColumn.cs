using Memti.Runs.Sweeps.Results;
using Parquet;
using Parquet.Schema;

namespace Memti.Runs.Sweeps.Output;

/// <summary>A column of a table, and how points of it are written.</summary>
/// <param name="Field">Its name and type.</param>
/// <param name="WriteAsync">Writes the rows of the points from one number up to, and without, another.</param>
internal sealed record ParquetColumn(DataField Field, Func<ParquetRowGroupWriter, int, int, Task> WriteAsync)
{
    /// <summary>The columns of a table, in their order.</summary>
    public static IEnumerable<ParquetColumn> Of(SweepTable table)
    {
        yield return Values<int>(table, TableHead.Point, static row => row.Point);
        yield return Texts(table, TableHead.Id, row => table.Id(row.Point));
        for (int index = 0; index < table.Axes.Count; index++)
        {
            int axis = index;
            string name = TableHead.Of(table, table.Axes[axis]);
            yield return table.Axes[axis].IsNumber
                ? Values<double>(table, name, row => table.Number(row.Point, axis))
                : Texts(table, name, row => table.Text(row.Point, axis));
        }

        yield return Texts(table, TableHead.Design, row => table.Designs[row.Design]);
        yield return Values<bool>(table, TableHead.Permitted, table.IsPermitted);
        yield return Texts(table, TableHead.Error, row => table.Error(row.Point)?.Code);
        for (int index = 0; index < table.Metrics.Count; index++)
        {
            int metric = index;
            SweepMetric named = table.Metrics[metric];
            yield return Numbers(table, named.Name, row => table.Value(row, metric));
            if (!table.HasIntervals)
                continue;
            yield return Numbers(table, TableHead.Low(named), row => table.Low(row, metric));
            yield return Numbers(table, TableHead.High(named), row => table.High(row, metric));
        }
    }

    private static ParquetColumn Values<T>(SweepTable table, string name, Func<SweepRow, T> value)
        where T : struct
    {
        DataField field = new(name, typeof(T), isNullable: false);
        return new ParquetColumn(field, (group, from, to) => group.WriteAsync<T>(field, Rows(table, from, to, value)));
    }

    private static ParquetColumn Numbers(SweepTable table, string name, Func<SweepRow, double> value)
    {
        DataField field = new(name, typeof(double), isNullable: true);
        return new ParquetColumn(field, (group, from, to) => group.WriteAsync<double>(
            field, Rows<double?>(table, from, to, row => value(row) is var number && double.IsNaN(number) ? null : number)));
    }

    private static ParquetColumn Texts(SweepTable table, string name, Func<SweepRow, string?> value)
    {
        DataField field = new(name, typeof(string), isNullable: true);
        return new ParquetColumn(field, (group, from, to) => group.WriteAsync(field, Rows(table, from, to, value)!));
    }

    private static T[] Rows<T>(SweepTable table, int from, int to, Func<SweepRow, T> value)
    {
        T[] rows = new T[(to - from) * table.Designs.Count];
        int index = 0;
        for (int point = from; point < to; point++)
            for (int design = 0; design < table.Designs.Count; design++)
                rows[index++] = value(new SweepRow(point, design));
        return rows;
    }
}
