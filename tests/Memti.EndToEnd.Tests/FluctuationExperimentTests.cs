using System.Globalization;

namespace Memti.EndToEnd.Tests;

public sealed class FluctuationExperimentTests : IDisposable
{
    private const string Small = """
        memti_experiment: 1
        model: { kind: resnet26-adapters, width: 0.0625, input_px: 32 }
        whole_network: { adapters: none }
        validation: 0.2
        tasks:
          - { name: signs, data: "generated:signs?classes=3&train=60&test=30" }
        fluctuation:
          cell: pcm-19f2
          amplitude: 0.2
          seeds: [1, 2]
          start: { epochs: 2, batch: 16, learning_rate: 0.02 }
          recipe: { epochs: 1, batch: 16, learning_rate: 0.01 }
          read_levels: [1, 0.25]
          draws: 2
          techniques: [plain, C, A+B+C]
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-fluctuation-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_study_has_a_row_for_each_technique_seed_and_level_for_any_number_of_threads()
    {
        Memti first = Run(Small);
        first.ExitCode.ShouldBe(0, first.Errors);
        string[][] rows = [.. Read("results.csv").Split('\n')[1..^1].Select(static row => row.Split(','))];
        rows.Select(static row => (row[0], row[2], row[3])).ShouldBe(
            [.. from seed in (string[])["1", "2"]
                from technique in (string[])["plain", "C", "A+B+C"]
                from level in (string[])["0.25", "1"]
                select (technique, seed, level)]);
        // Pulses of four times the level take four times the energy. There are fewer of them, because layers that fluctuate less hand on
        // smaller values. Bit by bit takes less than directly.
        Energy(rows, "plain", "1").ShouldBeInRange(2 * Energy(rows, "plain", "0.25"), 4 * Energy(rows, "plain", "0.25"));
        Energy(rows, "C", "1").ShouldBeLessThan(0.7 * Energy(rows, "plain", "1"));
        double.Parse(rows[0][^1], CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        Read("results-signs.svg").ShouldStartWith("<svg ");
        string table = Read("summary.csv");

        // Threads are part of what a run depends on: everything is made anew, and comes out the same.
        Memti again = Run(Small, "--threads", "2");

        again.Errors.ShouldContain("signs/seed-1/start: done");
        (again.Output, Read("summary.csv")).ShouldBe((first.Output, table));
    }

    [Fact]
    public void Pieces_that_are_there_are_not_made_again()
    {
        Run(Small).ExitCode.ShouldBe(0);
        File.Delete(Piece("signs", "seed-2", "A+B+C.json"));

        Memti second = Run(Small);

        second.Errors.ShouldContain("signs/seed-2/plain: was there");
        second.Errors.ShouldContain("signs/seed-2/A+B+C: done");
        second.Errors.ShouldContain("signs/seed-2/A+B+C-read-1: was there");
    }

    [Theory]
    [InlineData("MEMTI2003", "draws: 2", "drawn: 2")]
    [InlineData("MEMTI2004", "draws: 2", "draws: 0")]
    [InlineData("MEMTI2004", "seeds: [1, 2]", "seeds: [1, 1]")]
    [InlineData("MEMTI2004", "seeds: [1, 2]", "seeds: []")]
    [InlineData("MEMTI2004", "read_levels: [1, 0.25]", "read_levels: [0]")]
    [InlineData("MEMTI2004", "techniques: [plain, C, A+B+C]", "techniques: [B]")]
    [InlineData("MEMTI2006", "cell: pcm-19f2\n  amplitude: 0.2", "input_bits: 4")]
    [InlineData("MEMTI2004", "fluctuation:", "storage: [{ name: safe }]\nfluctuation:")]
    [InlineData("MEMTI2004", "cell: pcm-19f2\n  amplitude: 0.2", "cell: rram-1t1r-53f2")]
    [InlineData("MEMTI5004", "cell: pcm-19f2", "cell: paper")]
    [InlineData("MEMTI8205", "whole_network: { adapters: none }", "name: with adapters")]
    [InlineData("MEMTI8307", "{ kind: resnet26-adapters, width: 0.0625, input_px: 32 }", "{ kind: hello-trainable, grid: 4, features: 8 }")]
    public void Bad_studies_are_coded_findings(string code, string right, string wrong)
    {
        string text = Small.Replace(right, wrong, StringComparison.Ordinal);
        text.ShouldNotBe(Small);
        if (code == "MEMTI8307")
            text = text.Replace("whole_network: { adapters: none }", "name: small", StringComparison.Ordinal);
        Memti run = Run(text);

        (run.ExitCode, run.Output).ShouldBe((1, ""), run.Errors);
        run.Errors.ShouldContain(code);
    }

    private static double Energy(string[][] rows, string technique, string level) =>
        double.Parse(rows.First(row => row[0] == technique && row[3] == level)[8], CultureInfo.InvariantCulture);

    private Memti Run(string text, params string[] options)
    {
        string file = Path.Combine(_folder.FullName, "small.yaml");
        File.WriteAllText(file, text);
        return Memti.Run(["experiment", file, "-p", Built.Sample("hello-trainable"), .. options.Length > 0 ? options : ["--threads", "1"]]);
    }

    private string Piece(params string[] parts) => Path.Combine([_folder.FullName, "small.results", .. parts]);

    private string Read(string name) => File.ReadAllText(Piece(name));
}
