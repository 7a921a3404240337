using BenchmarkDotNet.Attributes;
using Memti.Abstractions.Cells;
using Memti.Arrays.Faults;
using Memti.Arrays.Levels;

namespace Memti.Benchmarks;

/// <summary>Fault maps of eight-level cells, every level misread at one rate.</summary>
[MemoryDiagnoser]
public class FaultBenchmarks
{
    /// <summary>Levels that are kept in memory; more cells pass over them again.</summary>
    private const int Stored = 1 << 26;

    private readonly byte[] _levels = [.. Enumerable.Range(0, Stored).Select(static cell => (byte)(cell & 7))];
    private FaultSampler? _sampler;

    [Params(1e-2, 1e-3, 1e-4, 1e-6)]
    public double Rate { get; set; }

    /// <summary>Cells of one pass: enough for a hundred thousand faults.</summary>
    public long Cells => Math.Max(Stored, (long)(1e5 / Rate / Stored) * Stored);

    [GlobalSetup]
    public void Build()
    {
        double[,] rates = new double[8, 8];
        for (int level = 0; level < 8; level++)
            rates[level, level == 0 ? 1 : level - 1] = Rate;
        _sampler = new FaultSampler(ConfusionMatrix.FromRates(rates));
    }

    [Benchmark]
    public long Map()
    {
        FaultSeed seed = FaultSeed.Named(1, "benchmarks/faults");
        long faults = 0;
        for (long first = 0; first < Cells; first += Stored)
        {
            foreach (CellFault fault in _sampler!.Walk(_levels, seed, first))
                faults += fault.Read != fault.Stored ? 1 : 0;
        }

        return faults;
    }
}
