using Memti.Abstractions;

namespace Memti.Arrays;

/// <summary>What a scenario says of a memory whose technology is a cell file. What is left out is as the cell says.</summary>
public sealed class CellMemoryOptions
{
    /// <summary>Bits stored per cell; 1 is single-level.</summary>
    [Parameter("Bits stored per cell; 1 is single-level (SLC), more is multi-level (MLC), up to what the cell permits", Unit = "bit", Minimum = 1, Maximum = 4,
        Source = "every cell can do it", Status = NumberStatus.Assumed)]
    public int BitsPerCell { get; set; } = 1;

    /// <summary>Data that the memory holds; null sizes it for its contents.</summary>
    [Parameter("Data capacity; leave out to fit the contents", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }

    /// <summary>Cell of the array; null for the one whose file offers the kind.</summary>
    [Parameter("Cell of the array; leave out for the one whose file offers the kind")]
    public string? Cell { get; set; }

    /// <summary>The rules that the array is solved by.</summary>
    [Parameter("The rules that the array is solved by", Source = "the only ones that know every kind of cell, and multi-level writes", Status = NumberStatus.Derived)]
    public ArrayProfile Profile { get; set; } = ArrayProfile.Memti;

    /// <summary>What the organisation is chosen for.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayTarget.ReadLatency;

    /// <summary>Process node in nm.</summary>
    [Parameter("Process node", Unit = "nm", Minimum = 22, Maximum = 90, Source = "the node of the other memories", Status = NumberStatus.Assumed)]
    public int NodeNm { get; set; } = 22;

    /// <summary>The transistors of the node.</summary>
    [Parameter("Transistors of the node: high performance, low operating power, low standby power",
        Source = "the transistors of the other memories", Status = NumberStatus.Assumed)]
    public DeviceRoadmap Roadmap { get; set; } = DeviceRoadmap.LOP;

    /// <summary>Junction temperature in K.</summary>
    [Parameter("Junction temperature", Unit = "K", Minimum = 300, Maximum = 400, Source = "NVSim's default", Status = NumberStatus.Assumed)]
    public double TemperatureKelvin { get; set; } = 350;

    /// <summary>Largest bank in cells.</summary>
    [Parameter("Largest bank in cells; more cells are spread over equal banks", Unit = "cells", Minimum = 65536, Maximum = 33554432, PowersOfTwo = true,
        Source = "the bank of the other memories", Status = NumberStatus.Assumed)]
    public long BankCells { get; set; } = 8388608;

    /// <summary>Cells that one access reads.</summary>
    [Parameter("Cells that one access reads", Unit = "cells", Minimum = 1, Maximum = 1024, PowersOfTwo = true, Source = "the word of the other memories", Status = NumberStatus.Assumed)]
    public int WordCells { get; set; } = 64;

    /// <summary>How words are laid into cells.</summary>
    [Parameter("per_word: each word has cells of its own (8 bits = 2 + 3 + 3); dense: bits run on from word to word",
        Source = "per-value cell vectors as in NVMExplorer's fault model", Status = NumberStatus.Published)]
    public Packing Packing { get; set; } = Packing.PerWord;

    /// <summary>Cells programmed at one time; null for one word, or for one word of each bank where contents are volatile.</summary>
    [Parameter("Cells programmed at one time; leave out for one word, or for one word of every bank where contents are volatile", Unit = "cells", Minimum = 1, Maximum = 65536, PowersOfTwo = true,
        Source = "what the write drivers of one bank can do", Status = NumberStatus.Assumed)]
    public int? ParallelCells { get; set; }

    /// <summary>Set pulses until the slowest cell of a parallel write verifies; null for 2^BitsPerCell.</summary>
    [Parameter("Set-and-verify pulses until the slowest cell of an MLC write verifies; leave out for 2^bits_per_cell", Unit = "pulses", Minimum = 1, Maximum = 10000,
        Source = "a staircase of one pulse per level and one to spare", Status = NumberStatus.Assumed)]
    public int? ProgramPulses { get; set; }

    /// <summary>Programming cycles that a cell survives; null as the cell says.</summary>
    [Parameter("Programming cycles that a cell survives; leave out for what the cell says", Unit = "cycles", Minimum = 1, Maximum = 1e18)]
    public double? EnduranceCycles { get; set; }

    /// <summary>How long contents last without power, in years; null as the cell says.</summary>
    [Parameter("How long contents last without power; leave out for what the cell says", Unit = "years", Minimum = 0, Maximum = 1000)]
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
