using System.Diagnostics;
using System.Globalization;
using Memti.Arrays.Search;
using Memti.Simulation.Runs;

namespace Memti.Benchmarks;

/// <summary>One line per figure, in seconds rather than minutes; the sweep takes two minutes.</summary>
internal static class QuickRun
{
    private const double Day = 86_400;

    private static readonly (string Name, Action<TextWriter> Print)[] Sections =
    [
        ("queue", Queue), ("simulator", Simulator), ("supply", Supply), ("faults", FaultMaps), ("arrays", Arrays), ("nvdla", Nvdla),
        ("tensors", Tensors), ("firmware", FirmwareRun.Print), ("sweep", SweepBenchmarks.Print),
    ];

    /// <summary>Prints sections by name; all of them when none is named.</summary>
    public static void Print(TextWriter output, IReadOnlyCollection<string> names)
    {
        foreach ((string name, Action<TextWriter> print) in Sections)
            if (names.Count == 0 || names.Contains(name))
                print(output);
    }

    private static void Queue(TextWriter output)
    {
        foreach (int pending in new[] { 8, 64, 1024, 16_384 })
            Print(output, $"queue, {pending} pending", QueueRate(pending) / 1e6, "million events/s");
    }

    private static void Simulator(TextWriter output)
    {
        (SimulationResult day, double dayTime, double wall) = Timed(static () => EdgeVision.Run(Day, jump: false));
        Print(output, "a day stepped", dayTime, "s of processor time");
        Print(output, "a day stepped", wall, "s on the wall clock");
        Print(output, "a day stepped", day.EventsStepped / dayTime / 1e6, "million events/s");
        (_, double yearTime, _) = Timed(static () => EdgeVision.Run(365.25 * Day, jump: true));
        Print(output, "a year with the jump", yearTime * 1e3, "ms of processor time");
        Print(output, "a stepped frame", BytesPerFrame(), "bytes allocated");
    }

    /// <summary>A day of 30 frames a second whose panel carries a supercapacitor through part of the night.</summary>
    private static void Supply(TextWriter output)
    {
        (SimulationResult day, double seconds, double wall) = Timed(SuppliedDay.Run);
        Print(output, "a day with a supply", seconds, "s of processor time");
        Print(output, "a day with a supply", wall, "s on the wall clock");
        Print(output, "a day with a supply", day.EventsStepped / seconds / 1e6, "million events/s");
    }

    private static void Arrays(TextWriter output)
    {
        foreach (string cell in new[] { "SRAM", "RRAM" })
        {
            ArrayBenchmarks arrays = new() { Cell = cell };
            (BankSolution solution, double seconds) = Best(arrays.Solve);
            Print(output, $"array solver, 2 MiB {cell}", seconds, "s of processor time for eight targets");
            Print(output, $"array solver, 2 MiB {cell}", solution.Tried / seconds / 1e6, "million banks/s");
            Print(output, $"array solver, 2 MiB {cell}", Best(arrays.SolveWithFront).Seconds, "s with a Pareto front of three axes");
            if (cell == "SRAM")
                Print(
                    output, "array solver, 2 MiB SRAM", ArrayBenchmarks.AnchorSeconds / seconds, "times as fast as NVSim with one target");
        }
    }

    private static void Nvdla(TextWriter output)
    {
        NvdlaBenchmarks nvdla = new();
        Print(output, "nvdla, engine, ResNet-50", Repeated(nvdla.Engine) * 1e3, "ms of processor time a plan");
        Print(output, "nvdla, workbook, ResNet-50", Repeated(nvdla.Workbook) * 1e3, "ms of processor time a plan");
        Print(output, "nvdla, workbook, ResNet-50", Repeated(() => (object)nvdla.Cycles()) * 1e3, "ms of processor time for its cycles");
        Print(output, "nvdla plan resnet50", Repeated(nvdla.Study) * 1e3, "ms of processor time, tables and document included");
        nvdla.Sweep();
        (_, double seconds, double wall) = Timed(nvdla.Sweep);
        Print(output, "nvdla sweep resnet50", seconds, $"s of processor time for {NvdlaBenchmarks.Points} machines");
        Print(output, "nvdla sweep resnet50", wall, $"s on the wall clock, {Environment.ProcessorCount} cores");
    }

    /// <summary>
    /// One thread by processor time, two by the wall clock, which neighbours on a shared machine disturb. Medians, as those of
    /// <c>peers/resnet26_torch.py</c>.
    /// </summary>
    private static void Tensors(TextWriter output)
    {
        foreach (int threads in new[] { 1, 2 })
        {
            using TensorBenchmarks tensors = new() { Threads = threads };
            tensors.Build();
            Print(
                output,
                $"tensors, {threads} thread(s), train",
                TensorBenchmarks.Batch / Median(tensors.Train, threads),
                "images/s, parallel adapters of ResNet-26 at 32x32");
            Print(output, $"tensors, {threads} thread(s), infer", TensorBenchmarks.Batch / Median(tensors.Infer, threads), "images/s");
        }

        double seconds = 0, operations = 0;
        foreach (ConvolutionBenchmark layer in ConvolutionBenchmark.Layers())
        {
            using (layer)
                seconds += layer.Count * Median(layer.Forward, threads: 1);
            operations += layer.Count * layer.Operations;
        }

        Print(output, "tensors, convolutions", operations / seconds / 1e9, "GF/s on one thread, the 24 convolutions of 3x3, forward");
    }

    private static double Median(Action work, int threads)
    {
        const int rounds = 8;
        object? Once()
        {
            work();
            return null;
        }

        Once();
        Once();
        double[] seconds = [.. Enumerable.Range(0, rounds)
            .Select(_ => Timed(Once))
            .Select(time => threads == 1 ? time.Seconds : time.Wall)
            .Order()];
        return (seconds[(rounds - 1) / 2] + seconds[rounds / 2]) / 2;
    }

    /// <summary>Seconds of one call: the least of five rounds of many, after a round to warm up.</summary>
    private static double Repeated(Func<object> work)
    {
        const int calls = 200;
        object? Round()
        {
            object? last = null;
            for (int call = 0; call < calls; call++)
                last = work();
            return last;
        }

        Round();
        return Best(Round).Seconds / calls;
    }

    private static void FaultMaps(TextWriter output)
    {
        FaultBenchmarks faults = new();
        foreach (double rate in new[] { 1e-2, 1e-3, 1e-4, 1e-6 })
        {
            faults.Rate = rate;
            faults.Build();
            faults.Map();
            (long found, double seconds) = Best(faults.Map);
            Print(
                output,
                string.Create(CultureInfo.InvariantCulture, $"fault map, rate {rate:0E+0}"),
                faults.Cells / seconds / 1e9,
                "billion cells/s");
            Print(
                output, string.Create(CultureInfo.InvariantCulture, $"fault map, rate {rate:0E+0}"), seconds / found * 1e9, "ns per fault");
        }

        ValueFaultBenchmarks values = new();
        values.Corrupt();
        Print(output, "faulty weights, 2+3+3", ValueFaultBenchmarks.Values / Best(values.Corrupt).Seconds / 1e9, "billion weights/s");
    }

    private static double QueueRate(int pending)
    {
        QueueBenchmarks queue = new() { Pending = pending };
        queue.Fill();
        queue.Hold();
        return QueueBenchmarks.Events / Best(queue.Hold).Seconds;
    }

    /// <summary>The least of five times: what the neighbours on a shared machine disturbed least.</summary>
    private static (T Result, double Seconds) Best<T>(Func<T> work)
    {
        (T result, double best, _) = Timed(work);
        for (int round = 1; round < 5; round++)
            best = Math.Min(best, Timed(work).Seconds);
        return (result, best);
    }

    private static double BytesPerFrame()
    {
        long few = BytesOf(1000);
        return (BytesOf(2000) - few) / (1000.0 * 30);
    }

    private static long BytesOf(double seconds)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        EdgeVision.Run(seconds, jump: false);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Processor time is the figure: on a shared machine the wall clock also measures the neighbours.</summary>
    public static (T Result, double Seconds, double Wall) Timed<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        T result = work();
        return (result, (Environment.CpuUsage.TotalTime - before).TotalSeconds, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>Prints a figure.</summary>
    public static void Print(TextWriter output, string figure, double value, string unit) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure,-26} {value,10:0.000} {unit}"));
}
