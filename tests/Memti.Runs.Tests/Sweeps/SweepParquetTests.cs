using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Memti.Runs.Jobs;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Sweeps.Results;
using Xunit.Abstractions;

namespace Memti.Runs.Tests.Sweeps;

/// <summary>Parquet as another program reads it.</summary>
public sealed class SweepParquetTests(ITestOutputHelper output) : IDisposable
{
    private const int Million = 1_000_000;

    private readonly TemporaryFolder _folder = new();

    private string ParquetFile => _folder.Path("results.parquet");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DuckDB_reads_every_column()
    {
        SweepParquet.Write(ParquetFile, ResultOf(3));
        Query("SELECT * FROM '{0}' ORDER BY point, design").ShouldBe(
        [
            "0|00000000000000070000000000000000|0.5|word 0|a|True||0|",
            "0|00000000000000070000000000000000|0.5|word 0|b|True||100|0",
            "1|00000000000000070000000000000001|1.5|word 1|a|False|MEMTI2004||",
            "1|00000000000000070000000000000001|1.5|word 1|b|False|MEMTI2004||",
            "2|00000000000000070000000000000002|2.5|word 2|a|True||2|",
            "2|00000000000000070000000000000002|2.5|word 2|b|True||102|4",
        ]);
        Query("DESCRIBE SELECT * FROM '{0}'").Select(static line => string.Join(' ', line.Split('|')[..2])).ShouldBe(
        [
            "point INTEGER", "id VARCHAR", "workload.fps DOUBLE", "cell VARCHAR", "design VARCHAR", "permitted BOOLEAN", "error VARCHAR",
            "energy_per_frame_mj DOUBLE", "lifetime_years DOUBLE",
        ]);
    }

    [Fact]
    public void DuckDB_sees_the_units_in_the_metadata() => Query(
        "SELECT decode(key), decode(value) FROM parquet_kv_metadata('{0}') WHERE decode(key) LIKE 'unit.%' ORDER BY 1",
        () => SweepParquet.Write(ParquetFile, ResultOf(1)))
        .ShouldBe(["unit.energy_per_frame_mj|mJ", "unit.lifetime_years|years", "unit.workload.fps|frames/s"]);

    [Fact]
    public void Equal_tables_give_equal_bytes()
    {
        SweepParquet.Write(ParquetFile, ResultOf(1000));
        byte[] first = File.ReadAllBytes(ParquetFile);
        SweepParquet.Write(ParquetFile, ResultOf(1000));
        File.ReadAllBytes(ParquetFile).ShouldBe(first);
    }

    /// <summary>Numbers with all their digits, which compress as badly as those of a simulation. Prints what docs/sweeps.md
    /// states.</summary>
    [Fact]
    [Trait("Duration", "long")]
    public void A_million_points_are_read_by_DuckDB()
    {
        Random random = new(1);
        double[] energies = [.. Enumerable.Range(0, Million).Select(_ => random.NextDouble())];
        SweepResult result = ResultOf(Million, point => energies[point]);
        TimeSpan written = Timed(() => SweepParquet.Write(ParquetFile, result));
        long size = new FileInfo(ParquetFile).Length;
        List<string> read = [];
        TimeSpan queried = Timed(() => read = Query(
            "SELECT count(*), count(DISTINCT id), max(energy_per_frame_mj), count(lifetime_years), max(\"workload.fps\"), max(cell) "
                + "FROM '{0}'"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{2 * Million:N0} rows: {size / 1e6:0.0} MB, written in {written.TotalSeconds:0.0} s, read in {queried.TotalSeconds:0.0} s"));
        double most = energies.Where(static (_, point) => point != 1).Max() + 100;
        read.ShouldBe([$"{2 * Million}|{Million}|{most}|{Million - 1}|{Million - 0.5}|word 99"]);
        size.ShouldBeLessThan(200L << 20);
    }

    private static TimeSpan Timed(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private List<string> Query(string sql, Action? before = null)
    {
        before?.Invoke();
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = string.Format(sql, ParquetFile);
        using DuckDBDataReader reader = command.ExecuteReader();
        List<string> lines = [];
        while (reader.Read())
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetValue(column)}")));
        return lines;
    }

    private static SweepResult ResultOf(int points, Func<int, double>? energyOf = null)
    {
        var table = new TableBuilder(
            [new SweepAxis("workload.fps", "workload.fps", "frames/s", true, false), new SweepAxis("cell", "", "", false, false)],
            [
                new SweepMetric("energy_per_frame_mj", "energy per frame, mJ", "mJ"),
                new SweepMetric("lifetime_years", "lifetime, years", "years"),
            ],
            ["a", "b"],
            points);
        for (int point = 0; point < points; point++)
        {
            int number = point;
            double energy = energyOf?.Invoke(point) ?? point;
            table.Name(
                point,
                new JobKey(7, (ulong)point),
                axis => axis == 0 ? FormattableString.Invariant($"{number + 0.5}") : $"word {number % 100}");
            if (point == 1)
                table.Fail(point, new PointError("MEMTI2004", "a value is out of range."));
            else
                table.Set(point, [[energy, double.NaN], [energy + 100, 2.0 * energy]], [0, 1]);
        }

        return new SweepResult
        {
            Study = "study",
            File = "a.study.yaml",
            Sha256 = "0",
            Base = "a.memti.yaml",
            BaseSha256 = "0",
            Version = "1",
            Table = table.Build([]),
            Plugins = [],
        };
    }
}
