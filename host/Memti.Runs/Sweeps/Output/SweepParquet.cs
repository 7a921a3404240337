using System.IO.Compression;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Files;
using Memti.Runs.Sweeps.Results;
using Parquet;
using Parquet.Schema;

namespace Memti.Runs.Sweeps.Output;

/// <summary>
/// A table as Parquet: the columns of <see cref="SweepCsv"/>, numbers as doubles, missing ones as null. The metadata of the file says
/// where the table is from, and <c>unit.COLUMN</c> the unit of each column that has one.
/// </summary>
public static class SweepParquet
{
    /// <summary>Rows of a group: some megabytes of each column.</summary>
    private const int GroupRows = 1 << 18;

    /// <summary>Writes results to a file, aside until it is whole.</summary>
    /// <exception cref="MemtiException"><see cref="DiagnosticCode.OutputUnwritable"/>; nothing is left behind.</exception>
    public static void Write(string file, SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var stream = new GrowingFileStream(file);
        WriteAsync(stream, result).GetAwaiter().GetResult();
        stream.Complete();
    }

    private static async Task WriteAsync(Stream stream, SweepResult result)
    {
        SweepTable table = result.Table;
        ParquetColumn[] columns = [.. ParquetColumn.Of(table)];
        var schema = new ParquetSchema([.. columns.Select(static column => (Field)column.Field)]);
        // The smallest size, which is the default, takes more than ten times as long and saves 7 %.
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Optimal };
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(schema, stream, options).ConfigureAwait(false);
        writer.CustomMetadata = MetadataOf(result);
        int points = Math.Max(1, GroupRows / table.Designs.Count);
        for (int from = 0; from < table.Points; from += points)
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (ParquetColumn column in columns)
                await column.WriteAsync(group, from, Math.Min(table.Points, from + points)).ConfigureAwait(false);
            group.CompleteValidate();
        }
    }

    private static Dictionary<string, string> MetadataOf(SweepResult result)
    {
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["memti.version"] = result.Version,
            ["memti.study"] = result.Study,
            ["memti.study_sha256"] = result.Sha256,
            ["memti.base_sha256"] = result.BaseSha256,
            [ResultsFile.HeadKey] = ResultHead.Of(result).Write(),
        };
        foreach (SweepAxis axis in result.Table.Axes.Where(static axis => axis.Unit.Length > 0))
            metadata["unit." + TableHead.Of(result.Table, axis)] = axis.Unit;
        foreach (SweepMetric metric in result.Table.Metrics.Where(static metric => metric.Unit.Length > 0))
            metadata["unit." + metric.Name] = metric.Unit;
        return metadata;
    }
}
