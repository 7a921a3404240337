using System.Globalization;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Runs.Running;
using Memti.Runs.Traces;
using Memti.Simulation.Ledger;
using Memti.Simulation.PowerStates;
using Memti.Simulation.Runs;
using Memti.Simulation.Tests;

namespace Memti.Runs.Tests.Traces;

/// <summary>Laws of a traced run, over random systems, workloads and firmware.</summary>
public sealed class TracedRunTests
{
    private const int Cases = 40;

    private static readonly EnumWords States = new(typeof(PowerState));

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Cases)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_trace_changes_no_result_and_says_what_the_result_says(int seed)
    {
        SimulationResult plain = Run(seed, new SimulationOptions());
        Int128 from = (Int128)((double)plain.Picoseconds * new Random(seed).NextDouble());

        (SimulationResult whole, VcdWaves waves) = Traced(seed, 0, SimTime.MaxValue.Picoseconds);
        (SimulationResult part, VcdWaves window) = Traced(seed, (long)from, (long)(plain.Picoseconds / 7) + 1);

        ShouldBeSame(whole, plain);
        ShouldBeSame(part, plain);
        waves.Times[^1].ShouldBe(plain.Picoseconds);
        waves.JoulesAt(plain.Picoseconds).ShouldBe(plain.Energy.Joules, 1e-9 * plain.Energy.Joules);
        Residency(waves, plain.Components).ShouldBe(
            plain.Residency.ToDictionary(static time => Key(time.Component, time.State), static time => time.Picoseconds),
            ignoreOrder: true);
        ShouldBePartOf(window, waves, plain.Energy.Joules);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_timeline_only_nests_and_ends_with_the_energy_of_the_run(int seed)
    {
        using var folder = new TemporaryFolder();
        var request = new TraceRequest { File = folder.Path("run.perfetto-trace"), For = SimTime.MaxValue };

        SimulationResult result = Write(seed, request);

        var timeline = new PerfettoTimeline(File.ReadAllBytes(request.File));
        timeline.Counters["random/energy"][^1].Value.ShouldBe(result.Energy.Joules, 1e-9 * result.Energy.Joules);
        timeline.Slices.Count(static slice => slice.StartsWith("random/frames: frame", StringComparison.Ordinal))
            .ShouldBe((int)(result.FramesStepped - result.Frames.Empty - Missed(timeline)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_table_of_frames_adds_up_to_the_run(int seed)
    {
        using var folder = new TemporaryFolder();
        var request = new TraceRequest { File = folder.Path("frames.csv"), For = SimTime.MaxValue };

        SimulationResult result = Write(seed, request);

        string[][] lines = [.. File.ReadAllLines(request.File).Select(static line => line.Split(','))];
        lines.Skip(1).ShouldAllBe(line => line.Length == lines[0].Length);
        double joules = result.Energy.Joules;
        Sum(lines, static name => name == "energy_j").ShouldBe(joules, 1e-12 * joules);
        Sum(lines, static name => name.StartsWith("component_", StringComparison.Ordinal)).ShouldBe(joules, 1e-12 * joules);
        foreach (EnergyCause cause in Enum.GetValues<EnergyCause>())
            Sum(lines, name => name == $"cause_{EnumWords.Of(cause)}_j").ShouldBe(
                result.Ledger.Where(posting => posting.Cause == cause).Sum(static posting => posting.Energy.Joules), 1e-12 * joules);
        Count(lines, "late").ShouldBe(result.Frames.Late);
        (Count(lines, "met") + Count(lines, "late")).ShouldBe(result.Frames.Completed);
        (Count(lines, "missed") + Count(lines, "dropped")).ShouldBe(result.Frames.Skipped);
    }

    private static int Missed(PerfettoTimeline timeline) =>
        timeline.Instants.Count(static instant => instant.Contains(" skipped ", StringComparison.Ordinal))
            - timeline.Slices.Where(static slice => slice.StartsWith("random/frames: frame", StringComparison.Ordinal))
                .Count(slice => timeline.Instants.Any(instant => instant.StartsWith(slice[..slice.IndexOf('[')] + "skipped", StringComparison.Ordinal)));

    private static long Count(string[][] lines, string status) => lines.LongCount(line => line[1] == status);

    private static double Sum(string[][] lines, Func<string, bool> isColumn) => lines.Skip(1)
        .SelectMany(line => line.Where((value, column) => isColumn(lines[0][column]) && value.Length > 0))
        .Sum(static value => double.Parse(value, CultureInfo.InvariantCulture));

    private static Dictionary<string, Int128> Residency(VcdWaves waves, IReadOnlyList<string> components)
    {
        var residency = new Dictionary<string, Int128>();
        for (int component = 0; component < components.Count; component++)
        {
            foreach ((string state, Int128 time) in waves.Durations("states." + components[component]))
            {
                if (time > 0)
                    residency.Add(Key(component, (PowerState)States.Find(state, out _)!), time);
            }
        }

        return residency;
    }

    private static string Key(int component, PowerState state) => $"{component} {state}";

    private static void ShouldBeSame(SimulationResult traced, SimulationResult plain)
    {
        traced.Rontojoules.ShouldBe(plain.Rontojoules);
        traced.Ledger.ShouldBe(plain.Ledger);
        traced.Residency.ShouldBe(plain.Residency);
        traced.Frames.ShouldBe(plain.Frames);
        traced.Transfers.ShouldBe(plain.Transfers);
        traced.Inferences.ShouldBe(plain.Inferences);
        traced.Picoseconds.ShouldBe(plain.Picoseconds);
        (traced.PowerDowns, traced.Wakes, traced.MemorySleeps).ShouldBe((plain.PowerDowns, plain.Wakes, plain.MemorySleeps));
        traced.Integral.Joules.ShouldBe(plain.Integral.Joules, 1e-12 * plain.Integral.Joules);
    }

    /// <summary>A window shows what the whole trace shows in that time.</summary>
    private static void ShouldBePartOf(VcdWaves window, VcdWaves whole, double joules)
    {
        (Int128 from, Int128 until) = (window.Times[0], window.Times[^1]);
        window.Times[1..^1].ShouldBe(whole.Times.Where(time => time > from && time < until));
        window.JoulesAt(until).ShouldBe(whole.JoulesAt(until) - whole.JoulesAt(from), 1e-9 * joules);
        foreach (string state in whole.Of("states"))
            window[state][0].Value.ShouldBe(whole.Last(state, from).Value, state);
    }

    private static (SimulationResult Result, VcdWaves Waves) Traced(int seed, long from, long length)
    {
        using var folder = new TemporaryFolder();
        var request = new TraceRequest
        {
            File = folder.Path("run.vcd"),
            From = SimTime.FromPicoseconds(from),
            For = SimTime.FromPicoseconds(length),
        };
        SimulationResult result = Write(seed, request);
        return (result, new VcdWaves(File.ReadAllText(request.File)));
    }

    private static SimulationResult Write(int seed, TraceRequest trace)
    {
        using var views = new RunViews(new RunRequest { ScenarioFile = "", Trace = trace }, "random", RandomRuns.Of(seed).Workload, symbols: null);
        SimulationResult result = Run(seed, views.With(new SimulationOptions()));
        views.Complete();
        return result;
    }

    private static SimulationResult Run(int seed, SimulationOptions options)
    {
        (var system, var workload, var firmware) = RandomRuns.Of(seed);
        return new Simulator(system, workload, firmware, options).Run();
    }
}
