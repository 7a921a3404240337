using BenchmarkDotNet.Attributes;
using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Search;

namespace Memti.Benchmarks;

/// <summary>
/// One search of a bank of 2 MiB of cells in words of 64, 22 nm LOP at 350 K, for all eight targets on one thread. The anchor:
/// SEAL-UCSB/NVSim, built with -O2, searches the SRAM for one target in 76.4 s.
/// </summary>
[MemoryDiagnoser]
public class ArrayBenchmarks
{
    public const double AnchorSeconds = 76.4;

    private const long Bank = 1L << 24;
    private const int Word = 64;

    private static readonly WritePulse Pulse = new() { Mode = ElectricalMode.Voltage, Volts = 2, Seconds = 10e-9, Joules = 0.6e-12 };

    // SRAM.cell and sample_RRAM.cell of SEAL-UCSB/NVSim.
    private static readonly Dictionary<string, MemoryCell> Cells = new()
    {
        ["SRAM"] = new()
        {
            Name = "SRAM",
            Kind = CellKind.Sram,
            AreaF2 = 146,
            AspectRatio = 1.46,
            AccessWidthF = 1.31,
            SramNmosWidthF = 2.08,
            SramPmosWidthF = 1.23,
        },
        ["RRAM"] = new()
        {
            Name = "RRAM",
            Kind = CellKind.Rram,
            AreaF2 = 4,
            AspectRatio = 1,
            Access = AccessDevice.None,
            OnOhms = 1e6,
            OffOhms = 1e7,
            OnAtSetOhms = 1e5,
            OnAtResetOhms = 1e5,
            OnAtHalfResetOhms = 5e5,
            OnFarads = 1e-16,
            OffFarads = 1e-16,
            ReadMode = ElectricalMode.Current,
            ReadVolts = 0.4,
            ReadWatts = 0.16e-6,
            Set = Pulse,
            Reset = Pulse,
        },
    };

    [Params("SRAM", "RRAM")]
    public string Cell { get; set; } = "SRAM";

    [Benchmark]
    public BankSolution Solve() => BankSolver.Solve(new BankRequest(Cells[Cell], 1, Bank, Word));

    /// <summary>The same with a Pareto front of area, read latency and leakage.</summary>
    [Benchmark]
    public BankSolution SolveWithFront() =>
        BankSolver.Solve(
            new BankRequest(Cells[Cell], 1, Bank, Word), [ArrayTarget.Area, ArrayTarget.ReadLatency, ArrayTarget.LeakagePower]);
}
