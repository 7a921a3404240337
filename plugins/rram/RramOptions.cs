using Memti.Abstractions;

namespace Memti.Plugins.Rram;

/// <summary>What a scenario says of an RRAM.</summary>
public sealed class RramOptions
{
    private const string Sample = "NVSim sample_RRAM.cell";
    private const string Survey = "survey of 32 RRAM publications 2014-2020 behind NVMExplorer";

    /// <summary>Bits stored per cell; 1 is single-level.</summary>
    [Parameter("Bits stored per cell; 1 is single-level (SLC), more is multi-level (MLC)", Unit = "bit", Minimum = 1, Maximum = 4,
        Source = "Donato et al., IEEE Micro 2019: 3 bits for weights", Status = NumberStatus.Published)]
    public int BitsPerCell { get; set; } = 1;

    /// <summary>Data that the memory holds; null sizes it for its contents.</summary>
    [Parameter("Data capacity; leave out to fit the contents", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }

    /// <summary>Cell of the array; null chooses by bits per cell.</summary>
    [Parameter("Cell of the array; leave out for rram-1t1r-53f2 (1 bit) or rram-1t1r-20f2 (2 bits and more)",
        Source = "the cells whose areas fit the published ones within 10 %", Status = NumberStatus.Fitted)]
    public string? Cell { get; set; }

    /// <summary>What the organisation is chosen for.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayTarget.ReadLatency;

    /// <summary>Largest bank in cells.</summary>
    [Parameter("Largest bank in cells; more cells are spread over a power of two of equal banks", Unit = "cells", Minimum = 65536, Maximum = 33554432,
        Source = "the bank of the SRAM, in cells: 1 MiB", Status = NumberStatus.Assumed)]
    public long BankCells { get; set; } = 8388608;

    /// <summary>How words are laid into cells.</summary>
    [Parameter("per_word: each word has cells of its own (8 bits = 2 + 3 + 3); dense: bits run on from word to word",
        Source = "per-value cell vectors as in NVMExplorer's fault model", Status = NumberStatus.Published)]
    public Packing Packing { get; set; } = Packing.PerWord;

    /// <summary>Width of a set pulse.</summary>
    [Parameter("Width of a set pulse", Unit = "ns", Minimum = 0.1, Maximum = 1e6, Source = Sample, Status = NumberStatus.Published)]
    public SimTime SetPulse { get; set; } = SimTime.FromNanoseconds(10);

    /// <summary>Width of a reset pulse.</summary>
    [Parameter("Width of a reset pulse", Unit = "ns", Minimum = 0.1, Maximum = 1e6, Source = Sample, Status = NumberStatus.Published)]
    public SimTime ResetPulse { get; set; } = SimTime.FromNanoseconds(10);

    /// <summary>Energy of a set pulse in one cell.</summary>
    [Parameter("Energy of a set pulse in one cell", Unit = "pj", Minimum = 0, Maximum = 1e6, Source = Sample, Status = NumberStatus.Published)]
    public Energy SetEnergy { get; set; } = Energy.FromPicojoules(0.6);

    /// <summary>Energy of a reset pulse in one cell.</summary>
    [Parameter("Energy of a reset pulse in one cell", Unit = "pj", Minimum = 0, Maximum = 1e6, Source = Sample, Status = NumberStatus.Published)]
    public Energy ResetEnergy { get; set; } = Energy.FromPicojoules(0.6);

    /// <summary>Energy of decoders and drivers for one pulse, per cell.</summary>
    [Parameter("Energy of decoders and drivers for one pulse, per cell", Unit = "pj", Minimum = 0, Maximum = 1e6,
        Source = "NVSim, RRAMsample, 2 MB, ReadLatency: (56.1 pJ - 64 x 0.6 pJ) / 64", Status = NumberStatus.Derived)]
    public Energy PulseOverhead { get; set; } = Energy.FromPicojoules(0.277);

    /// <summary>Cells programmed at one time.</summary>
    [Parameter("Cells programmed at one time", Unit = "cells", Minimum = 1, Maximum = 65536,
        Source = "256 cells per 100 ns give the published 47 frames/s of the all-RRAM design", Status = NumberStatus.Fitted)]
    public int ParallelCells { get; set; } = 256;

    /// <summary>Set pulses until the slowest cell of a parallel write verifies; null for 2^BitsPerCell.</summary>
    [Parameter("Set-and-verify pulses until the slowest cell of an MLC write verifies; leave out for 2^bits_per_cell", Unit = "pulses", Minimum = 1, Maximum = 10000,
        Source = "a staircase of one pulse per level and one to spare; gives the published 47 frames/s", Status = NumberStatus.Fitted)]
    public int? ProgramPulses { get; set; }

    /// <summary>Programming cycles that a cell survives.</summary>
    [Parameter("Programming cycles that a cell survives", Unit = "cycles", Minimum = 1, Maximum = 1e16,
        Source = Survey + ": median of 18 (1e3 to 1e8)", Status = NumberStatus.Published)]
    public double EnduranceCycles { get; set; } = 1e6;

    /// <summary>How long contents last without power, in years.</summary>
    [Parameter("How long contents last without power", Unit = "years", Minimum = 0.001, Maximum = 1000,
        Source = Survey + ": longest of 18 (3.15e8 s)", Status = NumberStatus.Published)]
    public double RetentionYears { get; set; } = 10;

    /// <summary>Leakage through the power switch relative to leakage when on.</summary>
    [Parameter("Leakage through the power switch when off / leakage when on", Minimum = 0, Maximum = 1,
        Source = "a footer switch sized for 1 % of the leakage", Status = NumberStatus.Assumed)]
    public double OffLeakageRatio { get; set; } = 0.01;

    /// <summary>Time from off to on.</summary>
    [Parameter("Time from off to on: periphery only, cells keep their state", Unit = "ns", Minimum = 0, Maximum = 1e9,
        Source = "rail ramp and reference settling", Status = NumberStatus.Assumed)]
    public SimTime Wake { get; set; } = SimTime.FromNanoseconds(1000);

    /// <summary>Energy to charge the periphery of one Mi cells.</summary>
    [Parameter("Energy to charge the periphery of one Mi cells", Unit = "nj", Minimum = 0, Maximum = 1e6,
        Source = "a tenth of an SRAM of as many cells, whose cells charge too", Status = NumberStatus.Assumed)]
    public Energy WakePerMiCells { get; set; } = Energy.FromNanojoules(0.0125);
}
