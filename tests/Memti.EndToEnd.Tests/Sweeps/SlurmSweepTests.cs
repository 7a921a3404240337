using System.Diagnostics;

namespace Memti.EndToEnd.Tests.Sweeps;

[Trait("Duration", "long")]
public sealed class SlurmSweepTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SlurmFact]
    public void A_cluster_gives_the_bytes_of_one_machine()
    {
        using var cluster = new SlurmCluster();
        string study = Study(points: 2000);
        Memti local = Memti.RunLong("sweep", study, "--output", _folder.Path("local"));
        local.ExitCode.ShouldBe(0, local.Errors);

        Memti spread = Memti.RunLongUnder(
            "SLURM_CONF", cluster.Configuration, "sweep", study, "--output", _folder.Path("parts"), "--slurm", "--partition", "main",
            "--threads", "1");

        spread.ExitCode.ShouldBe(0, spread.Errors + Logs());
        MustBeEqual();
    }

    [SlurmFact]
    public void A_lost_node_costs_only_its_points()
    {
        using var cluster = new SlurmCluster();
        string study = Study(points: 400), parts = _folder.Path("parts");
        Memti.RunLong("sweep", study, "--output", _folder.Path("local")).ExitCode.ShouldBe(0);
        Memti.RunLong("sweep", study, "--output", parts, "--slurm", "--no-submit", "--threads", "1").ExitCode.ShouldBe(0);
        string script = Path.Combine(parts, "sweep.sbatch");
        File.WriteAllText(script, Sharded(File.ReadAllText(script), shards: 8));
        string job = cluster.Call("sbatch", "--parsable", script).Trim();
        string merge = cluster.Call("sbatch", "--parsable", $"--dependency=afterok:{job}", Path.Combine(parts, "merge.sbatch")).Trim();
        Until(() => cluster.Call("squeue", "--noheader", "--nodelist=n2", "--states=RUNNING").Trim().Length > 0);

        cluster.LoseNode();

        Until(() => !cluster.Call("squeue", "--noheader", "--format=%A").Split('\n').Contains(merge));
        File.Exists(Path.Combine(parts, "results.csv")).ShouldBeTrue(Logs());
        MustBeEqual();
    }

    [Fact]
    public void Options_of_the_study_and_of_its_results_reach_the_scripts()
    {
        string parts = _folder.Path("parts");
        Memti run = Memti.Run(
            "sweep", Study(points: 2), "--output", parts, "--slurm", "--no-submit", "--uncertainty", "--json-points", "--png");
        run.ExitCode.ShouldBe(0, run.Errors);
        string merge = File.ReadAllText(Path.Combine(parts, "merge.sbatch"));
        File.ReadAllText(Path.Combine(parts, "sweep.sbatch")).ShouldContain(" '--uncertainty' ");
        foreach (string option in new[] { "--uncertainty", "--json-points", "--png" })
            merge.ShouldContain($" '{option}'");
    }

    [Fact]
    public void Without_Slurm_there_is_a_finding()
    {
        Memti run = Memti.RunUnder(
            "PATH", Path.GetDirectoryName(Environment.ProcessPath)!, "sweep", Study(points: 2), "--output", _folder.Path("parts"), "--slurm");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4411");
    }

    private static void Until(Func<bool> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!holds())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(8));
            Thread.Sleep(500);
        }
    }

    private static string Sharded(string script, int shards) => System.Text.RegularExpressions.Regex.Replace(
        script, @"--array=1-\d+|TASK_ID/\d+", match => match.Value.StartsWith('-') ? $"--array=1-{shards}" : $"TASK_ID/{shards}");

    private void MustBeEqual()
    {
        foreach (string name in (string[])["results.csv", "results.parquet"])
            File.ReadAllBytes(_folder.Path("parts", name)).ShouldBe(File.ReadAllBytes(_folder.Path("local", name)), name);
    }

    private string Logs() => string.Concat(Directory.GetFiles(_folder.Path("parts", "logs")).Select(File.ReadAllText));

    private string Study(int points)
    {
        string paper = Built.PaperScenario;
        return _folder.Write("cluster.study.yaml", $$"""
            memti_study: 1
            base: {{paper}}
            set: { workload.duration_s: 10 }
            designs: [memti]
            axes:
              workload.fps: { whole: true, range: { from: 5, to: 60 } }
              background: { key: memories.backing.background_mw, range: { from: 40, to: 200 } }
            sample: { points: {{points}} }

            """);
    }
}
