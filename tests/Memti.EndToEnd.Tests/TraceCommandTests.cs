using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests;

public sealed class TraceCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-traces-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_run_writes_the_waves_of_one_design_and_reports_what_it_reports_without()
    {
        string file = Path.Combine(_folder.FullName, "run.vcd");

        Memti traced = Run("--trace", file, "--trace-from", "1s", "--trace-for", "100ms");

        traced.ExitCode.ShouldBe(0, traced.Errors);
        Report(traced).ToJsonString().ShouldBe(Report(Run()).ToJsonString());
        string[] lines = File.ReadAllLines(file);
        lines.ShouldContain("$scope module memti $end");
        lines.First(static line => line.StartsWith('#')).ShouldBe("#1000000000000");
        lines.Last(static line => line.StartsWith('#')).ShouldBe("#1100000000000");
        lines.Count(static line => line.EndsWith(" %", StringComparison.Ordinal) && line[0] == 'b').ShouldBe(3);
    }

    [Fact]
    public void A_run_writes_a_timeline_and_a_table_of_frames()
    {
        string timeline = Path.Combine(_folder.FullName, "run.perfetto-trace");
        string table = Path.Combine(_folder.FullName, "frames.csv");

        Run("--trace", timeline).ExitCode.ShouldBe(0);
        Run("--trace", table).ExitCode.ShouldBe(0);

        File.ReadAllBytes(timeline)[0].ShouldBe((byte)0x0a); // Trace.packet
        File.ReadAllLines(table).Length.ShouldBe(1 + 30);
        Directory.GetFiles(_folder.FullName).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("MEMTI4302", "--trace", "run.vcd", "--trace-from", "1min")]
    [InlineData("MEMTI4303", "--profile", "run.folded")]
    public void What_cannot_be_seen_is_a_finding_and_leaves_no_file(string code, string option, string file, params string[] more)
    {
        Memti run = Run([option, Path.Combine(_folder.FullName, file), .. more]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(code);
        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_is_full_is_said_at_the_end_and_nothing_is_left()
    {
        if (!File.Exists("/bin/bash"))
            return; // nothing that sets the limit on the size of files
        string file = Path.Combine(_folder.FullName, "run.vcd");
        string command = $"trap '' XFSZ; ulimit -f 8; exec dotnet '{Built.Executable}' run '{Built.PaperScenario}' --no-cache "
            + $"--no-sensitivity --design memti --set workload.duration_s=1 --trace '{file}'";
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
        _folder.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public void Several_designs_are_too_many()
    {
        Memti run = Memti.Run("run", Built.PaperScenario, "--trace", Path.Combine(_folder.FullName, "run.vcd"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4301");
        run.Errors.ShouldContain("all-dram, all-sram, all-rram, memti, rram-adapters");
    }

    [Theory]
    [InlineData("permitted endings: .vcd, .perfetto-trace, .csv", "--trace", "run.json")]
    [InlineData("'soon' is not a time", "--trace", "run.vcd", "--trace-from", "soon")]
    [InlineData("'5' is not a time", "--trace", "run.vcd", "--trace-for", "5")]
    [InlineData("permitted: 0s to 106d", "--trace", "run.vcd", "--trace-for", "200d")]
    [InlineData("--trace-from says more about --trace, which is missing", "--trace-from", "1s")]
    [InlineData("--profile-by says more about --profile, which is missing", "--profile-by", "time")]
    public void Wrong_usage_says_what_would_be_right(string message, params string[] arguments)
    {
        Memti run = Run(arguments);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain(message);
    }

    private static Memti Run(params string[] arguments) => Memti.Run(
    [
        "run", Built.PaperScenario, "--design", "memti", "--no-sensitivity", "--set", "workload.duration_s=20", "--format", "json", .. arguments,
    ]);

    /// <summary>
    /// The report without the counts of what was stepped through and what was skipped, and without the rounding of the sum that checks the
    /// ledger: it depends on where the skips lie.
    /// </summary>
    private static JsonNode Report(Memti run)
    {
        JsonNode report = JsonNode.Parse(run.Output)!;
        foreach (JsonNode? design in report["designs"]!.AsArray())
        {
            design!["ledger_gap"]!.GetValue<double>().ShouldBeLessThan(1e-12);
            design.AsObject().Remove("ledger_gap");
            foreach (string count in (string[])["stepped", "jumped", "events"])
                design["frames"]!.AsObject().Remove(count).ShouldBeTrue();
        }

        return report;
    }
}
