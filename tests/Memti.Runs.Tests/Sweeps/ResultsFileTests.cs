using Memti.Abstractions.Diagnostics;
using Memti.Runs.Codes;
using Memti.Runs.Sweeps.Output;
using Memti.Runs.Sweeps.Results;

namespace Memti.Runs.Tests.Sweeps;

public sealed class ResultsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string ParquetFile => _folder.Path("results.parquet");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Results_that_are_read_back_are_what_was_written()
    {
        SweepResult written = SampleResults.Of(new StudyChart { Name = "c", Kind = StudyChartKind.Lines, X = "fps", Y = "area" });
        SweepParquet.Write(ParquetFile, written);

        SweepResult read = ResultsFile.Read(ResultsFile.Find(_folder.Root).ShouldNotBeNull());

        Csv(read.Table).ShouldBe(Csv(written.Table));
        read.Front!.Rows.ShouldBe(written.Front!.Rows);
        read.Crossings.ShouldBe(written.Crossings);
        read.Charts.Single().ToString().ShouldBe(written.Charts.Single().ToString());
        (read.Study, read.Description, read.Sha256, read.Base).ShouldBe(("sample", "a sample of results", written.Sha256, written.Base));
        SweepParquet.Write(_folder.Path("again.parquet"), read);
        File.ReadAllBytes(_folder.Path("again.parquet")).ShouldBe(File.ReadAllBytes(ParquetFile));
    }

    [Fact]
    public void A_file_that_is_no_result_of_a_sweep_is_refused()
    {
        File.WriteAllText(ParquetFile, "PAR1, not quite");
        Should.Throw<MemtiException>(() => ResultsFile.Read(ParquetFile)).Diagnostic.Code.ShouldBe(SweepCodes.BadResults);
    }

    private static string Csv(SweepTable table)
    {
        var text = new StringWriter();
        SweepCsv.Write(text, table);
        return text.ToString();
    }
}
