using System.Globalization;

namespace Memti.EndToEnd.Tests.Sweeps;

/// <summary>Studies whose base is an experiment give what the experiment gives with the same keys.</summary>
public sealed class ExperimentSweepTests : IDisposable
{
    private const string Small = """
        memti_experiment: 1
        model: { kind: hello-trainable, grid: 4, features: 8 }
        whole_network: { task_bits: 10 }
        validation: 0.2
        backbone: { data: "generated:world?classes=4&train=60&test=20", recipe: { epochs: 2, batch: 16 } }
        tasks:
          - { name: signs, data: "generated:signs?classes=3&train=60&test=30" }
          - { name: textures, data: "generated:textures?classes=3&train=60&test=30" }
        adapters: { epochs: 2, batch: 16 }
        retraining: { epochs: 1, batch: 16 }
        maps_before: 3
        maps_after: 2
        storage:
          - { name: hybrid, weight_bits: 6, shared: { kind: rram, bits_per_cell: 3, sense_offset: 0.05 } }
          - { name: dense, weight_bits: 6, shared: { kind: rram, bits_per_cell: 3, sense_offset: 0.05 } }
        """;

    private const string Axes = """
        axes: { offset: { key: storage.hybrid.shared.sense_offset, values: [0.02, 0.05] } }
        metrics: [float_accuracy, baseline_accuracy, before_mean, before_worst, after_mean, after_worst]

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-study-");

    public ExperimentSweepTests() => File.WriteAllText(Path("small.yaml"), Small);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Rows_are_those_of_the_experiment_with_the_same_keys()
    {
        Memti sweep = Sweep(Axes);
        sweep.ExitCode.ShouldBe(0, sweep.Errors);

        string dense = Small[Small.IndexOf("  - { name: dense", StringComparison.Ordinal)..];
        File.WriteAllText(Path("other.yaml"), Small.Replace("0.05", "0.02", StringComparison.Ordinal)
            .Replace(dense.Replace("0.05", "0.02", StringComparison.Ordinal), dense, StringComparison.Ordinal));
        string[][] rows = Rows(Path("a.results", "results.csv"));
        rows.Length.ShouldBe(1 + (2 * 4));
        foreach ((string offset, string experiment) in new[] { ("0.02", "other.yaml"), ("0.05", "small.yaml") })
        {
            Run("experiment", Path(experiment), "--results", Path(offset)).ExitCode.ShouldBe(0);
            foreach (string[] expected in Rows(Path(offset, "results.csv")).Skip(1))
            {
                string[] row = rows.Single(row => row[2] == offset && row[3] == $"{expected[0]}/{expected[1]}");
                double[] values = [.. row[^6..].Select(Number)];
                values.ShouldBe([.. new[] { 3, 4, 6, 8, 12, 14 }.Select(column => Number(expected[column]))]);
            }
        }
    }

    [Fact]
    public void A_study_goes_on_and_points_share_what_is_equal()
    {
        Sweep(Axes).ExitCode.ShouldBe(0);
        byte[] results = File.ReadAllBytes(Path("a.results", "results.csv"));
        // For both points together: the backbone, the adapters of two tasks, and for each task retraining for two chips of two storages:
        // where both variants have the same offset, they are one.
        Directory.GetFiles(Path("a.results", "artifacts", "trained"), "*.safetensors").Length.ShouldBe(1 + 2 + (2 * 2 * 2));
        File.Delete(Path("a.results", "points.store"));
        Sweep(Axes).ExitCode.ShouldBe(0);
        File.ReadAllBytes(Path("a.results", "results.csv")).ShouldBe(results);
    }

    [Fact]
    public void Designs_choose_rows_and_shards_give_the_same_bytes()
    {
        string study = "designs: [signs/hybrid]\n" + Axes;
        Sweep(study).ExitCode.ShouldBe(0);
        foreach (string shard in new[] { "1/2", "2/2" })
            Run("sweep", Path("a.study.yaml"), "--shard", shard, "-o", Path("parts")).ExitCode.ShouldBe(0);
        Memti merged = Run("sweep", "merge", Path("parts"), "-o", Path("merged"));
        merged.ExitCode.ShouldBe(0, merged.Errors);
        Rows(Path("merged", "results.csv")).Length.ShouldBe(1 + 2);
        File.ReadAllBytes(Path("merged", "results.csv")).ShouldBe(File.ReadAllBytes(Path("a.results", "results.csv")));
    }

    [Theory]
    [InlineData("MEMTI2003", "axes: { storage.hybird.prune: [0, 0.5] }\nmetrics: [after_mean]\n", "hybrid")]
    [InlineData("MEMTI2003", "axes: { adapters.epoch: [1, 2] }\nmetrics: [after_mean]\n", "epochs")]
    [InlineData("MEMTI2010", "axes: { seed: [1, 2] }\n", "name others under 'metrics', permitted: float_accuracy, ")]
    [InlineData("MEMTI2010", "axes: { seed: [1, 2] }\nmetrics: [after_mean]\ndesigns: [signs]\n", "permitted: signs/hybrid")]
    [InlineData("MEMTI4417", "axes: { seed: [1, 2] }\nmetrics: [after_mean]\nuncertainty: { samples: 8 }\n", "no uncertain numbers")]
    public void What_no_point_can_mend_is_found_before_the_first(string code, string study, string words)
    {
        Memti sweep = Sweep(study);
        (sweep.ExitCode, sweep.Output).ShouldBe((1, ""), sweep.Errors);
        sweep.Errors.ShouldContain(code);
        sweep.Errors.ShouldContain(words);
        Directory.Exists(Path("a.results")).ShouldBeFalse();
    }

    [Fact]
    public void A_value_that_the_experiment_does_not_take_is_the_finding_of_its_point()
    {
        Memti sweep = Sweep("designs: [signs/hybrid]\naxes: { maps_before: [2, 0] }\nmetrics: [before_mean]\n");
        sweep.ExitCode.ShouldBe(0, sweep.Errors);
        Rows(Path("a.results", "results.csv")).ShouldContain(static row => row.Contains("MEMTI2004"));
    }

    [Fact]
    public void Data_that_a_point_cannot_read_are_the_finding_of_that_point()
    {
        Memti sweep = Sweep("""
            designs: [signs/hybrid]
            axes: { data: { key: tasks.signs.data, values: ["generated:signs?classes=3&train=60&test=30", nowhere] } }
            metrics: [after_mean]
            """);
        sweep.ExitCode.ShouldBe(0, sweep.Errors);
        string[][] rows = Rows(Path("a.results", "results.csv"));
        rows[1][5].ShouldBe("");
        rows[2][5].ShouldBe("MEMTI8101");
    }

    [Fact]
    public void A_point_depends_on_the_data_of_its_own_folder()
    {
        foreach (string folder in new[] { "one", "two" })
            Pictures(folder, 0);
        const string Study = """
            designs: [signs/hybrid]
            set: { tasks.signs.data: set }
            axes: { data_folder: [one, two] }
            metrics: [after_mean]
            """;
        Memti first = Sweep(Study);
        first.ExitCode.ShouldBe(0, first.Errors);
        Sweep(Study).Errors.ShouldNotContain("MEMTI4410");
        Pictures("two", 1);
        Memti again = Sweep(Study);
        again.ExitCode.ShouldBe(0, again.Errors);
        again.Errors.ShouldContain("MEMTI4410");
        again.Errors.ShouldContain($"changed since: data {System.IO.Path.Combine("two", "set")}.");
    }

    private void Pictures(string folder, int shade)
    {
        for (int number = 0; number < 60; number++)
        {
            string part = number < 40 ? "train" : "test";
            string file = Path(folder, "set", part, number % 2 == 0 ? "dark" : "light", $"{number}.ppm");
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            int grey = (number % 2 * 128) + number + shade;
            File.WriteAllText(file, $"P3 8 8 255 {string.Join(' ', Enumerable.Repeat(grey, 8 * 8 * 3))}");
        }
    }

    private static Memti Run(params string[] arguments) => Memti.Run([.. arguments, "-p", Built.Sample("hello-trainable")]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string[][] Rows(string file) => [.. File.ReadAllLines(file).Select(static line => line.Split(','))];

    private string Path(params string[] names) => System.IO.Path.Combine([_folder.FullName, .. names]);

    private Memti Sweep(string study)
    {
        File.WriteAllText(Path("a.study.yaml"), "memti_study: 1\nbase: small.yaml\n" + study);
        return Run("sweep", Path("a.study.yaml"), "-o", Path("a.results"));
    }
}
