using System.Globalization;
using System.Text.Json.Nodes;
using Memti.Runs;
using Memti.Runs.Reports;

namespace Memti.EndToEnd.Tests.Streams;

/// <summary>The scheduler of XRBench against runs of its simulator, which the reference data beside the repository have.</summary>
public sealed class XrbenchTests
{
    private const double Tolerance = 2e-5; // of the reference data, for scores relative and for their parts absolute

    public static TheoryData<string> Runs =>
        [.. XrbenchScenario.Data["golden"]!.AsObject().Select(static run => run.Key).DefaultIfEmpty("none")];

    [ReferenceTheory(XrbenchScenario.File)]
    [MemberData(nameof(Runs))]
    public void Frames_and_scores_are_those_of_the_benchmark(string run)
    {
        using TemporaryFolder folder = new();
        RunOutcome outcome = Pipeline.Run(XrbenchScenario.Write(folder.Root, run));
        DesignReport design = outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs.Single();
        JsonNode golden = XrbenchScenario.Data["golden"]![run]!;
        design.LedgerGap.ShouldBeLessThan(1e-9);
        ((double)golden["score"]!).ShouldBe(design.Streams!.Score!.Value, Math.Max(1, design.Streams.Score.Value) * Tolerance);
        foreach (StreamRow stream in design.Streams.Rows)
        {
            JsonNode? known = golden["models"]![stream.Stream];
            if (known is null)
            {
                (stream.Met + stream.Late).ShouldBe(0, stream.Stream);
                continue;
            }

            (stream.Met + stream.Late, stream.Late).ShouldBe(((long)known["done"]!, (long)known["late"]!), stream.Stream);
            stream.RealTime!.Value.ShouldBe((double)known["real_time"]!, Tolerance, stream.Stream);
            stream.EnergyScore!.Value.ShouldBe((double)known["energy"]!, Tolerance, stream.Stream);
            stream.Qoe!.Value.ShouldBe((double)known["qoe"]!, Tolerance, stream.Stream);
        }
    }

    [ReferenceFact(XrbenchScenario.File)]
    public void The_schedule_is_that_of_the_benchmark_frame_by_frame()
    {
        using TemporaryFolder folder = new();
        string scenario = XrbenchScenario.Write(folder.Root, "VR_gaming / Single_4K / RS");
        string table = Path.Combine(folder.Root, "frames.csv");
        Memti run = Memti.Run("run", scenario, "--no-sensitivity", "--trace", table);
        run.ExitCode.ShouldBe(0, run.Errors);
        string[][] rows = [.. File.ReadAllLines(table).Skip(1).Select(static line => line.Split(','))];
        JsonArray golden = XrbenchScenario.Data["golden_schedule"]!["rows"]!.AsArray();
        string[][] done = [.. rows.Where(static row => row[3] != "dropped")];
        done.Length.ShouldBeGreaterThanOrEqualTo(golden.Count);
        foreach ((JsonNode? known, string[] row) in golden.Zip(done))
        {
            (row[0], row[1]).ShouldBe(((string)known![0]!, known[1]!.ToString()));
            // Latencies of the reference data are rounded to 10 ns, and times of the benchmark are singles.
            Milliseconds(row[6]).ShouldBe((double)known[2]!, 2e-4);
            Milliseconds(row[7]).ShouldBe((double)known[3]!, 2e-4);
        }
    }

    private static double Milliseconds(string seconds) => double.Parse(seconds, CultureInfo.InvariantCulture) * 1e3;
}
