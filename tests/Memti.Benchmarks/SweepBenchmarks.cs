using System.Diagnostics;
using System.Globalization;

namespace Memti.Benchmarks;

/// <summary><c>memti sweep</c> over the paper's five designs, and as many calls of <c>memti run</c> as fit into the time.</summary>
internal static class SweepBenchmarks
{
    private const int Rates = 100, Powers = 100, Calls = 10, Frames = 3000;

    /// <summary>Prints both rates and their ratio. Takes minutes.</summary>
    public static void Print(TextWriter output)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("memti-sweep-");
        try
        {
            string study = Path.Combine(folder.FullName, "study.yaml");
            File.WriteAllText(study, Study);
            (double sweep, double sweepWall) = Timed(() => Memti(["sweep", study, "-o", Path.Combine(folder.FullName, "out")]));
            (double run, double runWall) = Timed(() =>
            {
                for (int call = 0; call < Calls; call++)
                    Memti(Call(call));
            });
            const double points = Rates * Powers;
            QuickRun.Print(
                output, "sweep, five designs", points / sweepWall, $"points/s of {points:0}, {Environment.ProcessorCount} cores");
            QuickRun.Print(output, "sweep, five designs", sweep / points * 1e3, "ms of processor time a point");
            QuickRun.Print(output, "memti run", run / Calls * 1e3, "ms of processor time a point");
            QuickRun.Print(output, "memti run", Calls / runWall, "points/s, one after the other");
            QuickRun.Print(output, "sweep", run / Calls * points / sweep, "times as fast as memti run, processor time");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Scenario =>
        Path.GetFullPath(Path.Combine(Output, "..", "..", "..", "..", "samples", "scenarios", "memti-paper.memti.yaml"));

    private static string Output => AppContext.BaseDirectory;

    private static string Study => string.Create(CultureInfo.InvariantCulture, $$"""
        memti_study: 1
        base: {{Scenario}}
        set: { workload.frames: {{Frames}} }
        axes:
          workload.fps: { range: { from: 1, to: {{Rates}}, step: 1 } }
          memories.backing.background_mw: { range: { from: 38, to: {{38 + (2 * (Powers - 1))}}, step: 2 } }
        metrics: [energy_per_frame_mj]
        """);

    private static string[] Call(int call) =>
    [
        "run", Scenario, "--no-sensitivity", "--format", "csv",
        "--set", Text($"workload.frames={Frames}"),
        "--set", Text($"workload.fps={(call + 1) * Rates / Calls}"),
        "--set", Text($"memories.backing.background_mw={38 + (2 * call * Powers / Calls)}"),
    ];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static void Memti(IEnumerable<string> arguments) =>
        ChildProcess.Run(Path.Combine(Output, "..", "..", "Memti.Host", "release", "memti"), arguments);

    private static (double Seconds, double Wall) Timed(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        double before = ProcessorTime.OfChildren();
        work();
        return (ProcessorTime.OfChildren() - before, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
