namespace Memti.EndToEnd.Tests;

public sealed class ExperimentCommandTests : IDisposable
{
    private const string Small = """
        memti_experiment: 1
        model: { kind: hello-trainable, grid: 4, features: 8 }
        whole_network: { task_bits: 10 }
        validation: 0.2
        backbone: { data: "generated:world?classes=4&train=60&test=20", recipe: { epochs: 2, batch: 16 } }
        tasks:
          - { name: signs, data: "generated:signs?classes=3&train=60&test=30" }
        adapters: { epochs: 2, batch: 16 }
        retraining: { epochs: 1, batch: 16 }
        from_scratch: true
        maps_before: 3
        maps_after: 2
        storage:
          - { name: hybrid, weight_bits: 6, shared: { kind: rram, bits_per_cell: 3, sense_offset: 0.05 } }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-experiment-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_experiment_goes_on_with_the_pieces_that_are_there_and_gives_the_same_table()
    {
        Memti first = Run(Small);
        first.ExitCode.ShouldBe(0, first.Errors);
        string table = Read("results.csv");
        File.Delete(Piece("signs", "hybrid", "before", "chip-1.json"));
        File.Delete(Piece("signs", "hybrid", "chip-0.json"));

        Memti second = Run(Small);

        (second.ExitCode, second.Output).ShouldBe((0, first.Output), second.Errors);
        Read("results.csv").ShouldBe(table);
        second.Errors.ShouldContain("backbone: was there");
        second.Errors.ShouldContain("signs/hybrid/before: done");
        second.Errors.ShouldContain("signs/hybrid/chip-1: was there");
        Read("results.svg").ShouldStartWith("<svg ");
    }

    [Fact]
    public void What_depends_on_a_change_is_made_anew_and_nothing_else()
    {
        Run(Small).ExitCode.ShouldBe(0);

        Memti changed = Run(Small.Replace("retraining: { epochs: 1,", "retraining: { epochs: 2,", StringComparison.Ordinal));

        changed.Errors.ShouldContain("signs/adapters: was there");
        changed.Errors.ShouldContain("signs/hybrid/before: was there");
        changed.Errors.ShouldContain("signs/hybrid/chip-0: done");
    }

    [Theory]
    [InlineData("MEMTI2003", "adapters: {", "adaptors: {")]
    [InlineData("MEMTI2005", "weight_bits: 6,", "model: { grid: },")]
    [InlineData("MEMTI2006", "model: { kind: hello-trainable, grid: 4, features: 8 }", "name: nothing")]
    [InlineData("MEMTI2003", "whole_network: { task_bits: 10 }", "whole_network: { task_bit: 10 }")]
    [InlineData("MEMTI2004", "epochs: 1,", "epochs: 0,")]
    [InlineData("MEMTI2004", "maps_before: 3", "maps_before: 0")]
    [InlineData("MEMTI2007", "kind: rram", "kind: paper")]
    [InlineData("MEMTI2009", "memti_experiment: 1", "memti_experiment: 2")]
    [InlineData("MEMTI6506", "weight_bits: 6,", "cells: 2+three,")]
    [InlineData("MEMTI8101", "generated:world?classes=4&train=60&test=20", "elsewhere")]
    public void Bad_experiments_are_coded_findings(string code, string right, string wrong)
    {
        Memti run = Run(Small.Replace(right, wrong, StringComparison.Ordinal));

        (run.ExitCode, run.Output).ShouldBe((1, ""), run.Errors);
        run.Errors.ShouldContain(code);
    }

    [Fact]
    public void A_damaged_piece_is_a_warning_and_is_made_again()
    {
        Run(Small).ExitCode.ShouldBe(0);
        string whole = Read("signs/adapters.json");
        File.WriteAllText(Piece("signs", "adapters.json"), """{"loss":1,"loss":1,"":""}""");
        File.WriteAllText(Piece("signs", "hybrid", "before", "chip-0.json"), """{ "run_sha256": 1 }""");

        Memti again = Run(Small);

        again.ExitCode.ShouldBe(0, again.Errors);
        again.Errors.ShouldMatch(@"signs.adapters\.json: warning MEMTI8305: ");
        again.Errors.ShouldMatch(@"chip-0\.json: warning MEMTI8305: ");
        Read("signs/adapters.json").ShouldBe(whole);
    }

    [Fact]
    public void What_killed_runs_left_goes_with_the_next_run()
    {
        string[] left =
            [Piece("signs", "old-0123456789ab.checkpoint"), Piece("signs", "adapters.json.memti-partial"), Piece("x.memti-partial")];
        Directory.CreateDirectory(Piece("signs"));
        foreach (string file in left)
            File.WriteAllText(file, "");

        Run(Small).ExitCode.ShouldBe(0);

        left.Where(File.Exists).ShouldBeEmpty();
    }

    [Fact]
    public void A_link_in_the_results_leads_nothing_elsewhere()
    {
        string elsewhere = Path.Combine(_folder.FullName, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        Directory.CreateDirectory(Piece());
        Directory.CreateSymbolicLink(Piece("signs"), elsewhere);

        Memti run = Run(Small);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI1003");
        Directory.EnumerateFileSystemEntries(elsewhere).ShouldBeEmpty();
    }

    [Fact]
    public void The_schema_of_experiments_knows_the_kinds_and_recipes()
    {
        string schema = Memti.Run("schema", "--experiment", "-p", Built.Sample("hello-trainable")).Output;

        schema.ShouldContain("\"learning_rate\"");
        schema.ShouldContain("hello-trainable");
    }

    [Theory]
    [InlineData("{ kind: resnet26-adapters, width: 0.25, input_px: 32 }", "MEMTI3012")]
    [InlineData("{ kind: hello-trainable, grid: 4, features: 8 }", "MEMTI1001")]
    public void An_engine_that_is_asked_for_computes_or_is_refused(string model, string code)
    {
        Memti run = Run(
            Small.Replace("{ kind: hello-trainable, grid: 4, features: 8 }", model, StringComparison.Ordinal)
                .Replace(", weight_bits: 6", "", StringComparison.Ordinal)
                .Replace("whole_network: { task_bits: 10 }", "", StringComparison.Ordinal),
            "--engine",
            "torch");
        run.ExitCode.ShouldNotBe(0);
        run.Errors.ShouldContain(code);
    }

    private Memti Run(string text, params string[] options)
    {
        string file = Path.Combine(_folder.FullName, "small.yaml");
        File.WriteAllText(file, text);
        return Memti.Run(["experiment", file, "--threads", "1", "-p", Built.Sample("hello-trainable"), .. options]);
    }

    private string Piece(params string[] parts) => Path.Combine([_folder.FullName, "small.results", .. parts]);

    private string Read(string name) => File.ReadAllText(Piece(name));
}
