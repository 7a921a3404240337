using Memti.Abstractions;

namespace Memti.Plugins.Rram;

/// <summary>What a scenario says of an RRAM.</summary>
public sealed class RramOptions
{
    private const string Sample = "NVSim sample_RRAM.cell";

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

    /// <summary>The rules that the array is solved by; null chooses by bits per cell.</summary>
    [Parameter("The rules that the array is solved by; leave out for nvsim_2012 (1 bit) or nvsim_merged (2 bits and more)",
        Source = "the profiles whose arrays have the published areas", Status = NumberStatus.Fitted)]
    public ArrayProfile? Profile { get; set; }

    /// <summary>What the organisation is chosen for.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayTarget.ReadLatency;

    /// <summary>Largest bank in cells.</summary>
    [Parameter("Largest bank in cells; more cells are spread over several banks", Unit = "cells", Minimum = 65536, Maximum = 33554432, PowersOfTwo = true,
        Source = "the 2 MB of the published design, as NVSim counts them", Status = NumberStatus.Derived)]
    public long BankCells { get; set; } = 16777216;

    /// <summary>Cells that one access reads.</summary>
    [Parameter("Cells that one access reads", Unit = "cells", Minimum = 1, Maximum = 1024, PowersOfTwo = true,
        Source = "as many as are programmed at one time; takes no more area than a word of 64", Status = NumberStatus.Fitted)]
    public int WordCells { get; set; } = 256;

    /// <summary>How banks are put together.</summary>
    [Parameter("equal: a power of two of equal banks, interleaved; binary: falling powers of two, such as 2.7 = 2 + 0.5 + 0.25",
        Source = "the published areas leave no room for spare cells", Status = NumberStatus.Fitted)]
    public BankRule Banks { get; set; } = BankRule.Binary;

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

    /// <summary>Energy of decoders and drivers for one pulse, per cell; null for what the array takes.</summary>
    [Parameter("Energy of decoders and drivers for one pulse, per cell; leave out for what the array takes", Unit = "pj", Minimum = 0, Maximum = 1e6)]
    public Energy? PulseOverhead { get; set; }

    /// <summary>Cells programmed at one time.</summary>
    [Parameter("Cells programmed at one time", Unit = "cells", Minimum = 1, Maximum = 65536, PowersOfTwo = true,
        Source = "256 cells per 100 ns give the published 47 frames/s of the all-RRAM design", Status = NumberStatus.Fitted)]
    public int ParallelCells { get; set; } = 256;

    /// <summary>Set pulses until the slowest cell of a parallel write verifies; null for 2^BitsPerCell.</summary>
    [Parameter("Set-and-verify pulses until the slowest cell of an MLC write verifies; leave out for 2^bits_per_cell", Unit = "pulses", Minimum = 1, Maximum = 10000,
        Source = "a staircase of one pulse per level and one to spare; gives the published 47 frames/s", Status = NumberStatus.Fitted)]
    public int? ProgramPulses { get; set; }

    /// <summary>Programming cycles that a cell survives; null for what the cell says.</summary>
    [Parameter("Programming cycles that a cell survives; leave out for what the cell says", Unit = "cycles", Minimum = 1, Maximum = 1e16)]
    public double? EnduranceCycles { get; set; }

    /// <summary>How long contents last without power, in years; null for what the cell says.</summary>
    [Parameter("How long contents last without power; leave out for what the cell says", Unit = "years", Minimum = 0.001, Maximum = 1000)]
    public double? RetentionYears { get; set; }

    /// <summary>The code inside each cell.</summary>
    [Parameter("The code inside each cell: natural_binary, or gray, in which neighbouring levels differ in one bit; changes faults alone",
        Source = "Donato et al., DAC 2018", Status = NumberStatus.Assumed)]
    public CellEncoding Encoding { get; set; } = CellEncoding.NaturalBinary;

    /// <summary>Bits of the cells of one value; null splits values by bits per cell.</summary>
    [Parameter("Bits of the cells of one value, most significant first, such as 2+3+3 or 3+3+2; leave out to fill cells of bits_per_cell from the least significant bit on (2+3+3); changes faults alone",
        Source = "MEMTI: sign and integer bits in a cell of their own, whose levels lie further apart", Status = NumberStatus.Published)]
    public string? ValueCells { get; set; }

    /// <summary>Offset of the sense amplifiers.</summary>
    [Parameter("Standard deviation of the sense amplifiers' offset on the read scale, on which the lowest level is 0 and the highest 1; changes faults alone",
        Minimum = 0, Maximum = 1, Source = "ideal amplifiers", Status = NumberStatus.Assumed)]
    public double SenseOffset { get; set; }
}
