using Memti.Abstractions.Diagnostics;
using Memti.Runs;
using Memti.Runs.Reports;
using Memti.Runs.Running;

namespace Memti.EndToEnd.Tests.Streams;

/// <summary>Streams from the scenario to the report.</summary>
public sealed class StreamScenarioTests
{
    private static readonly string Folder = Path.Combine(Built.Root, "samples", "streams");

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Folder, "*.memti.yaml").Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_runs_and_its_ledger_closes(string sample)
    {
        RunOutcome outcome = Pipeline.Run(Path.Combine(Folder, sample));
        outcome.Findings.Where(static finding => finding.Severity == Severity.Error).ShouldBeEmpty();
        foreach (DesignReport design in outcome.Report!.Designs)
        {
            design.LedgerGap.ShouldBeLessThan(1e-9);
            design.Streams!.Rows.ShouldAllBe(static row => row.Frames == row.Met + row.Late + row.Dropped + row.Open);
        }
    }

    [Fact]
    public void A_run_that_recurs_gives_what_a_stepped_one_gives()
    {
        string scenario = Path.Combine(Folder, "glasses.memti.yaml");
        DesignReport jumped = Run(new() { ScenarioFile = scenario, Designs = ["regular"], Sensitivity = false });
        DesignReport stepped = Run(new() { ScenarioFile = scenario, Designs = ["regular"], Sensitivity = false, Jump = false });
        (jumped.Frames.Jumped > 0, jumped.Streams!.HyperperiodMs, stepped.Frames.Jumped).ShouldBe((true, 100, 0));
        jumped.Streams!.Rows.ShouldBe(stepped.Streams!.Rows);
        jumped.Energy.ShouldBe(stepped.Energy);
        (jumped.Power.PowerDowns, jumped.Frames.Met).ShouldBe((stepped.Power.PowerDowns, stepped.Frames.Met));
    }

    [Fact]
    public void Streams_that_are_drawn_never_recur()
    {
        DesignReport design = Run(new()
        {
            ScenarioFile = Path.Combine(Folder, "glasses.memti.yaml"),
            Designs = ["irregular"],
            Sensitivity = false,
        });
        (design.Streams!.IsIrregular, design.Streams.HyperperiodMs, design.Frames.Jumped).ShouldBe((true, null, 0));
        design.Streams.Rows.Single(static row => row.Stream == "doorbell").Frames.ShouldBe(4);
        design.Streams.Rows.Single(static row => row.Stream == "gaze").Frames.ShouldBe(600);
    }

    /// <summary>The scenarios of XRBench that draw, over a hundred seeds: nothing but what is asked for tells two runs apart.</summary>
    [Theory]
    [InlineData("xrbench-ar-assistant", 0.5)]
    [InlineData("xrbench-outdoor-activity-a", 0.2)]
    [InlineData("xrbench-outdoor-activity-b", 0.2)]
    public void Speech_is_asked_for_as_often_as_the_scenario_says(string scenario, double probability)
    {
        const int runs = 100;
        string file = Path.Combine(Folder, scenario + ".memti.yaml");
        (long Asked, double Score) never = Speech(file, "workload.streams.speech.probability=0");
        (long Asked, double Score) always = Speech(file, "workload.streams.speech.probability=1");

        (long Asked, double Score)[] drawn = [.. Enumerable.Range(1, runs).Select(seed => Speech(file, $"seed={seed}"))];

        (never.Asked, always.Asked).ShouldBe((0, 2));
        double deviation = Math.Sqrt(2 * probability * (1 - probability) / runs);
        drawn.Average(static run => run.Asked).ShouldBe(2 * probability, 4 * deviation);
        drawn.Where(static run => run.Asked == 0).ShouldAllBe(run => run.Score == never.Score);
        drawn.Where(static run => run.Asked == 2).ShouldAllBe(run => run.Score == always.Score);
    }

    [Theory]
    [InlineData("a: { task: cifar100, fps: 30, needs: [b] }, b: { task: gtsrb, after: a }", "MEMTI2017", "workload.streams.a")]
    [InlineData("a: { task: cifar100, fps: 30, needs: [a] }", "MEMTI2017", "workload.streams.a")]
    [InlineData("a: { task: cifar100, period_ms: 0 }", "MEMTI2004", "workload.streams.a.period_ms")]
    [InlineData("a: { task: cifar10, fps: 30 }", "MEMTI2010", "workload.streams.a.task")]
    [InlineData("a: { task: cifar100, fps: 30, deadline_ms: -1 }", "MEMTI2004", "workload.streams.a.deadline_ms")]
    [InlineData("a: { task: cifar100, fps: 30, probability: 1.5 }", "MEMTI2004", "workload.streams.a.probability")]
    [InlineData("a: { task: cifar100, trace: nowhere.csv }", "MEMTI1002", "workload.streams.a.trace")]
    [InlineData("a: { task: cifar100 }", "MEMTI2006", "workload.streams.a.fps")]
    [InlineData("a: { task: cifar100, fps: 30, period_ms: 5 }", "MEMTI2004", "workload.streams.a.period_ms")]
    [InlineData("a: { task: cifar100, fps: 30, needs: [aa] }", "MEMTI2010", "workload.streams.a.needs")]
    [InlineData("a: { task: cifar100, fps: 30, queue: 2 }", "MEMTI2004", "workload.streams.a.queue")]
    [InlineData("a: { task: cifar100, fpss: 30 }", "MEMTI2003", "workload.streams.a.fpss")]
    public void Bad_streams_are_findings_with_their_place(string streams, string code, string key)
    {
        using TemporaryFolder folder = new();
        string scenario = Write(folder.Root, streams);
        Diagnostic finding = Pipeline.Run(scenario).Findings.First(finding => finding.Code == code);
        finding.Key.ShouldNotBeNull().ShouldStartWith(key);
        (finding.File, finding.Line > 0, finding.Column > 0).ShouldBe((scenario, true, true));
    }

    [Fact]
    public void A_misspelt_task_has_its_nearest_match()
    {
        using TemporaryFolder folder = new();
        Pipeline.Run(Write(folder.Root, "a: { task: cifar10, fps: 30 }")).Findings[0].Message.ShouldContain("did you mean `cifar100`");
    }

    [Theory]
    [InlineData("0.5\n0.2\n", 2, 1)]
    [InlineData("time_ms\n1\n  soon\n", 3, 3)]
    [InlineData("-1\n", 1, 1)]
    [InlineData("# nothing\n", 1, 1)]
    public void A_trace_that_runs_back_is_a_finding_in_the_trace(string trace, int line, int column)
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Root, "arrivals.csv");
        File.WriteAllText(file, trace);
        Diagnostic finding = Pipeline.Run(Write(folder.Root, "a: { task: cifar100, trace: arrivals.csv }")).Findings.Single();
        (finding.Code, finding.File, finding.Line, finding.Column).ShouldBe(("MEMTI2016", file, line, column));
    }

    [Fact]
    public void Firmware_for_streams_needs_streams() => Pipeline
        .Run(Built.PaperScenario, "power.firmware=xrbench").Findings.ShouldContain(static finding => finding.Code == "MEMTI4015");

    [Fact]
    public void A_cost_that_is_not_in_the_table_is_a_finding_with_the_nearest_task()
    {
        string message = Pipeline
            .Run(
                Path.Combine(Folder, "xrbench-vr-gaming.memti.yaml"),
                "network.tasks=[ES_RITNets]",
                "workload.streams.eyes.task=ES_RITNets")
            .Findings.First(static finding => finding.Severity == Severity.Error).Message;
        message.ShouldContain("did you mean `ES_RITNet`");
    }

    [Fact]
    public void Frames_at_a_rate_are_the_same_as_a_stream_at_that_rate()
    {
        Dictionary<string, DesignReport> frames = Pipeline.Paper("workload={ fps: 30, frames: 300, sequence: [gtsrb] }");
        DesignReport stream = Pipeline.Paper(
            "workload={ fps: null, sequence: null, duration_s: 10, streams: { a: { task: gtsrb, fps: 30 } } }")["memti"];
        stream.Frames.Met.ShouldBe(frames["memti"].Frames.Met);
        stream.Figures.EnergyPerFrameMj.ShouldBe(frames["memti"].Figures.EnergyPerFrameMj, 1e-12);
        stream.Power.PowerDowns.ShouldBe(frames["memti"].Power.PowerDowns);
    }

    private static (long Asked, double Score) Speech(string scenario, string change)
    {
        RunOutcome outcome = Pipeline.Run(scenario, change);
        StreamSummary streams = outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs.Single().Streams!;
        return (streams.Rows.Single(static row => row.Stream == "speech").Frames, streams.Score!.Value);
    }

    private static DesignReport Run(RunRequest request)
    {
        RunOutcome outcome = Pipeline.Run(request);
        return outcome.Report.ShouldNotBeNull(string.Join('\n', outcome.Findings)).Designs[^1];
    }

    private static string Write(string folder, string streams)
    {
        string path = Path.Combine(folder, "streams.memti.yaml");
        File.WriteAllText(path, $$"""
            memti: 1
            network: { kind: resnet26-adapters, input_px: 64, tasks: [cifar100, gtsrb] }
            accelerator: { kind: nvdla }
            memories: { store: { kind: dram, holds: [all_tasks, activations] } }
            workload: { duration_s: 1, streams: { {{streams}} } }
            """);
        return path;
    }
}
