using BenchmarkDotNet.Attributes;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Faults;

namespace Memti.Benchmarks;

/// <summary>
/// A trial of retraining: weights of 8 bits in RRAM cells of 2 + 3 + 3 bits, read with the faults of the published levels.
/// </summary>
[MemoryDiagnoser]
public class ValueFaultBenchmarks
{
    public const int Values = 1 << 24;

    private readonly byte[] _values = new byte[Values];
    private ulong _trial;

    // Level statistics of lpentecost/NVMExplorer, nvmexplorer_src/nvmFI.
    private readonly IValueFaults _faults = new FaultModels().For(new FaultRequest
    {
        Technology = "rram",
        Cells = CellVector.Split(8, 3),
        Levels =
        [
            Rram(2, [0, 0.38464387, 0.72165694, 1], [0.00864567, 0.03351085, 0.02741654, 0.00339958]),
            Rram(
                3,
                [0, 0.07826194, 0.20381963, 0.38464387, 0.54212002, 0.72165694, 0.88611635, 1],
                [0.00864567, 0.01345795, 0.030416, 0.03351085, 0.02482939, 0.02741654, 0.03719118, 0.00339958]),
        ],
    });

    [Benchmark]
    public long Corrupt() => _faults.Corrupt(_values, FaultSeed.Named(1, "benchmarks/values").Trial(_trial++));

    private static LevelTable Rram(int bits, double[] means, double[] sigmas) =>
        new(bits, means, sigmas, NumberStatus.Published, "lpentecost/NVMExplorer, nvmexplorer_src/nvmFI");
}
