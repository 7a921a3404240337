using System.Diagnostics;
using Memti.Runs.Codes;

namespace Memti.EndToEnd.Tests.Sweeps;

public sealed class SweepCommandTests : IDisposable
{
    private const int Few = 3, Many = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sweep_writes_tables_and_prints_front_and_crossings()
    {
        Memti run = Sweep(Study(8) + "objectives: { energy_per_frame_mj: minimise, weight_memory_area_mm2: minimise }\n", "--json-points");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("Pareto front (least energy per frame, mJ, least weight memory, mm2)");
        File.ReadAllText(_folder.Path("out", "results.csv")).ShouldStartWith(
            "point,id,workload.fps,background,design,permitted,error,max_fps,");
        File.ReadAllBytes(_folder.Path("out", "results.parquet")).AsSpan(0, 4).SequenceEqual("PAR1"u8).ShouldBeTrue();
        Directory.GetFiles(_folder.Path("out", "points"), "*.json").Length.ShouldBe(8);
    }

    [Fact]
    public void Two_sweeps_on_one_store_do_not_go_together()
    {
        File.WriteAllText(_folder.Path("a.study.yaml"), Study(2000));
        using Process first = Memti.Start("sweep", _folder.Path("a.study.yaml"), "--output", _folder.Path("out"));
        string store = _folder.Path("out", "points.store");
        while (!first.HasExited && !File.Exists(store))
            Thread.Sleep(20);

        Memti second = Memti.Run("sweep", _folder.Path("a.study.yaml"), "--output", _folder.Path("out"));

        first.Kill(entireProcessTree: true);
        first.WaitForExit();
        second.ExitCode.ShouldBe(1);
        second.Errors.ShouldContain(SweepCodes.StoreInUse);
    }

    [Fact]
    public async Task A_full_disk_ends_a_sweep_with_a_finding_and_what_was_done_is_kept()
    {
        if (!File.Exists("/bin/bash"))
            return; // nothing that sets the limit on the size of files
        string study = _folder.Write("a.study.yaml", Study(60));
        string command = $"trap '' XFSZ; ulimit -f 8; exec dotnet '{Built.Executable}' sweep '{study}' --no-cache --output "
            + $"'{_folder.Path("out")}'";
        using Process run = Process.Start(
            new ProcessStartInfo("/bin/bash", ["-c", command])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" }, // its memory is a file, too
            })!;
        Task<string> output = run.StandardOutput.ReadToEndAsync();
        string errors = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();

        errors.ShouldContain("MEMTI1003");
        run.ExitCode.ShouldBe(1, await output);
        Memti again = Memti.Run("sweep", study, "--output", _folder.Path("out"));
        again.ExitCode.ShouldBe(0, again.Errors);
        again.Errors.ShouldNotContain(SweepCodes.StoreDamaged);
    }

    [Fact]
    public void A_sweep_that_is_killed_a_few_times_gives_the_same_bytes() => Kill(Few, seed: 1);

    [LongFact]
    public void A_sweep_that_is_killed_many_times_gives_the_same_bytes() => Kill(Many, seed: 2);

    [Fact]
    public void Shards_of_the_command_are_merged()
    {
        string study = _folder.Write("a.study.yaml", Study(12)), parts = _folder.Path("parts");
        Memti.Run("sweep", study, "--output", _folder.Path("out")).ExitCode.ShouldBe(0);
        Memti.Run("sweep", study, "--shard", "1/2", "--output", parts).ExitCode.ShouldBe(0);

        Memti missing = Memti.Run("sweep", "merge", parts, "--output", _folder.Path("merged"));
        (missing.ExitCode, missing.Errors.Contains("--shard NUMBER/2", StringComparison.Ordinal)).ShouldBe((1, true), missing.Errors);

        Memti.Run("sweep", study, "--shard", "2/2", "--output", parts).ExitCode.ShouldBe(0);
        Memti merged = Memti.Run("sweep", "merge", parts, "--output", _folder.Path("merged"));
        merged.ExitCode.ShouldBe(0, merged.Errors);
        foreach (string name in (string[])["results.csv", "results.parquet"])
            File.ReadAllBytes(_folder.Path("merged", name)).ShouldBe(File.ReadAllBytes(_folder.Path("out", name)));
    }

    [Theory]
    [InlineData("0/2")]
    [InlineData("3/2")]
    [InlineData("1/0")]
    [InlineData("one")]
    public void A_shard_that_is_none_is_wrong_usage(string shard)
    {
        Memti run = Memti.Run("sweep", _folder.Write("a.study.yaml", Study(2)), "--shard", shard, "--output", _folder.Path("parts"));
        (run.ExitCode, run.Errors.Contains("NUMBER/COUNT", StringComparison.Ordinal)).ShouldBe((2, true), run.Errors);
    }

    [Fact]
    public void A_folder_without_shards_is_a_finding()
    {
        Memti run = Memti.Run("sweep", "merge", _folder.Root);
        (run.ExitCode, run.Errors.Contains(SweepCodes.PartsOfOtherStudy, StringComparison.Ordinal)).ShouldBe((1, true), run.Errors);
    }

    private void Kill(int kills, int seed)
    {
        string study = _folder.Write("a.study.yaml", Study(120));
        var watch = Stopwatch.StartNew();
        Memti.Run("sweep", study, "--output", _folder.Path("whole")).ExitCode.ShouldBe(0);
        TimeSpan duration = watch.Elapsed;
        var random = new Random(seed);
        for (int killed = 0; killed < kills; killed++)
        {
            using Process process = Memti.Start("sweep", study, "--output", _folder.Path("killed"));
            if (!process.WaitForExit(duration * random.NextDouble()))
                process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Memti.Run("sweep", study, "--output", _folder.Path("killed")).ExitCode.ShouldBe(0);
        foreach (string name in (string[])["results.csv", "results.parquet"])
            File.ReadAllBytes(_folder.Path("killed", name)).ShouldBe(File.ReadAllBytes(_folder.Path("whole", name)));
        Directory.GetFiles(_folder.Path("killed")).Length.ShouldBe(3);
    }

    private Memti Sweep(string study, params string[] more) =>
        Memti.Run(["sweep", _folder.Write("a.study.yaml", study), "--output", _folder.Path("out"), .. more]);

    private static string Study(int points) => $$"""
        memti_study: 1
        base: {{Built.PaperScenario}}
        set: { workload.duration_s: 10 }
        axes:
          workload.fps: { whole: true, range: { from: 5, to: 60 } }
          background: { key: memories.backing.background_mw, range: { from: 40, to: 200 } }
        sample: { points: {{points}} }

        """;
}
