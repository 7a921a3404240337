using Memti.Abstractions.Arrays;
using Memti.Abstractions.Cells;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;

namespace Memti.Abstractions.Memories;

/// <summary>Settings of a memory of cells. Settings that are left out come from the cell or from <see cref="ArrayDefaults"/>.</summary>
public class CellMemoryOptions
{
    /// <summary>Bits stored per cell, 1 to 4; 1 is single-level. Default: 1.</summary>
    [Parameter(
        "Bits stored per cell; 1 is single-level (SLC), more is multi-level (MLC), up to what the cell permits",
        Unit = "bit",
        Minimum = 1,
        Maximum = 4,
        Source = "every cell can do it", Status = NumberStatus.Assumed)]
    public int BitsPerCell { get; set; } = 1;

    /// <summary>Data capacity, 1 KiB to 1 GiB. Default: null, which sizes the memory for its contents.</summary>
    [Parameter("Data capacity; leave out to fit the contents", Unit = "kib", Minimum = 1, Maximum = 1048576)]
    public DataSize? Capacity { get; set; }

    /// <summary>Name of the cell. Default: null, for the cell whose file offers the kind.</summary>
    [Parameter("Cell of the array; leave out for the one whose file offers the kind")]
    public virtual string? Cell { get; set; }

    /// <summary>The rules for solving the array. Default: <see cref="ArrayDefaults.Profile"/>.</summary>
    [Parameter(
        "The rules that the array is solved by",
        Source = "the only ones that know every kind of cell, and multi-level writes",
        Status = NumberStatus.Derived)]
    public ArrayProfile Profile { get; set; } = ArrayDefaults.Profile;

    /// <summary>The quantity to optimise. Default: <see cref="ArrayDefaults.Target"/>.</summary>
    [Parameter("What the array's organisation is chosen for", Source = "weights are read at every frame", Status = NumberStatus.Assumed)]
    public ArrayTarget Target { get; set; } = ArrayDefaults.Target;

    /// <summary>Process node in nm, 22 to 90. Default: <see cref="ArrayDefaults.NodeNanometres"/>.</summary>
    [Parameter(
        "Process node", Unit = "nm", Minimum = 22, Maximum = 90, Source = "the node of the other memories", Status = NumberStatus.Assumed)]
    public int NodeNm { get; set; } = ArrayDefaults.NodeNanometres;

    /// <summary>Transistors of the node. Default: <see cref="ArrayDefaults.Roadmap"/>.</summary>
    [Parameter("Transistors of the node: high performance, low operating power, low standby power",
        Source = "the transistors of the other memories", Status = NumberStatus.Assumed)]
    public DeviceRoadmap Roadmap { get; set; } = ArrayDefaults.Roadmap;

    /// <summary>Junction temperature in K, 300 to 400. Default: <see cref="ArrayDefaults.TemperatureKelvin"/>.</summary>
    [Parameter("Junction temperature", Unit = "K", Minimum = 300, Maximum = 400, Source = "NVSim's default", Status = NumberStatus.Assumed)]
    [FormerKey("temperature_kelvin")]
    public double TemperatureK { get; set; } = ArrayDefaults.TemperatureKelvin;

    /// <summary>Most cells of one bank, a power of two from 65,536 to 33,554,432. Default: <see cref="ArrayDefaults.BankCells"/>.</summary>
    [Parameter(
        "Largest bank in cells; more cells are spread over several banks",
        Unit = "cells",
        Minimum = 65536,
        Maximum = 33554432,
        PowersOfTwo = true,
        Source = "2 MiB as NVSim counts them, the bank of the published systems", Status = NumberStatus.Assumed)]
    public long BankCells { get; set; } = ArrayDefaults.BankCells;

    /// <summary>How the array is divided into banks. Default: null, for equal banks of SRAM and binary banks of other cells.</summary>
    [Parameter(
        "equal: a power of two of equal banks, interleaved; binary: falling powers of two, such as 2.7 = 2 + 0.5 + 0.25; leave out for "
            + "equal (SRAM) or binary (other cells)",
        Source = "binary banks leave hardly a cell spare, so that more bits per cell take less area", Status = NumberStatus.Assumed)]
    public BankRule? Banks { get; set; }

    /// <summary>Cells that one access reads, a power of two from 1 to 1024. Default: <see cref="ArrayDefaults.WordCells"/>.</summary>
    [Parameter(
        "Cells that one access reads",
        Unit = "cells",
        Minimum = 1,
        Maximum = 1024,
        PowersOfTwo = true,
        Source = "NVSim's word",
        Status = NumberStatus.Assumed)]
    public int WordCells { get; set; } = ArrayDefaults.WordCells;

    /// <summary>How words are packed into cells. Default: cells of its own for each word.</summary>
    [Parameter("per_word: each word has cells of its own (8 bits = 2 + 3 + 3); dense: bits run on from word to word",
        Source = "per-value cell vectors as in NVMExplorer's fault model", Status = NumberStatus.Published)]
    public Packing Packing { get; set; } = Packing.PerWord;

    /// <summary>Cells programmed at one time, 1 to 65,536. Default: null, for one word, or one word of each bank in volatile
    /// memories.</summary>
    [Parameter(
        "Cells programmed at one time; leave out for one word, or for one word of every bank where contents are volatile",
        Unit = "cells",
        Minimum = 1,
        Maximum = 65536,
        Source = "what the write drivers of one bank can do", Status = NumberStatus.Assumed)]
    public int? ParallelCells { get; set; }

    /// <summary>Set pulses until the slowest cell of a parallel write verifies, 1 to 10,000. Default: null, for 2^BitsPerCell.</summary>
    [Parameter(
        "Set-and-verify pulses until the slowest cell of an MLC write verifies; leave out for 2^bits_per_cell",
        Unit = "pulses",
        Minimum = 1,
        Maximum = 10000,
        Source = "a staircase of one pulse per level and one to spare", Status = NumberStatus.Assumed)]
    public int? ProgramPulses { get; set; }

    /// <summary>Width of a set pulse, above zero. Default: null, for the cell's own.</summary>
    [Parameter("Width of a set pulse; leave out for what the cell says", Unit = "ns", Minimum = 0.001, Maximum = 1e12)]
    public SimTime? SetPulse { get; set; }

    /// <summary>Width of a reset pulse, above zero. Default: null, for the cell's own.</summary>
    [Parameter("Width of a reset pulse; leave out for what the cell says", Unit = "ns", Minimum = 0.001, Maximum = 1e12)]
    public SimTime? ResetPulse { get; set; }

    /// <summary>Energy of a set pulse in one cell. Default: null, for the cell's own.</summary>
    [Parameter("Energy of a set pulse in one cell; leave out for what the cell says", Unit = "pj", Minimum = 0, Maximum = 1e12)]
    public Energy? SetEnergy { get; set; }

    /// <summary>Energy of a reset pulse in one cell. Default: null, for the cell's own.</summary>
    [Parameter("Energy of a reset pulse in one cell; leave out for what the cell says", Unit = "pj", Minimum = 0, Maximum = 1e12)]
    public Energy? ResetEnergy { get; set; }

    /// <summary>Energy of decoders and drivers for one pulse, per cell. Default: null, for the energy that the array computes.</summary>
    [Parameter(
        "Energy of decoders and drivers for one pulse, per cell; leave out for what the array takes",
        Unit = "pj",
        Minimum = 0,
        Maximum = 1e12)]
    public Energy? PulseOverhead { get; set; }

    /// <summary>Programming cycles that a cell survives, at least 1. Default: null, for the cell's own.</summary>
    [Parameter("Programming cycles that a cell survives; leave out for what the cell says", Unit = "cycles", Minimum = 1, Maximum = 1e18)]
    public double? EnduranceCycles { get; set; }

    /// <summary>Time that contents last without power in years, 0 to 1000. Default: null, for the cell's own.</summary>
    [Parameter("How long contents last without power; leave out for what the cell says", Unit = "years", Minimum = 0, Maximum = 1000)]
    public double? RetentionYears { get; set; }

    /// <summary>The code inside each cell; changes faults only. Default: natural binary.</summary>
    [Parameter("The code inside each cell: natural_binary, or gray, in which neighbouring levels differ in one bit; changes faults alone",
        Source = "Donato et al., DAC 2018", Status = NumberStatus.Assumed)]
    public CellEncoding Encoding { get; set; } = CellEncoding.NaturalBinary;

    /// <summary>Bits of the cells of one value, such as <c>2+3+3</c>; changes faults only. Default: null, which splits values by bits per
    /// cell.</summary>
    [Parameter(
        "Bits of the cells of one value, most significant first, such as 2+3+3 or 3+3+2; leave out to fill cells of bits_per_cell from "
            + "the least significant bit on (2+3+3); changes faults alone",
        Source = "MEMTI: sign and integer bits in a cell of their own, whose levels lie further apart", Status = NumberStatus.Published)]
    public string? ValueCells { get; set; }

    /// <summary>Standard deviation of the sense amplifiers' offset on the read scale, 0 to 1; changes faults only. Default: 0.</summary>
    [Parameter(
        "Standard deviation of the sense amplifiers' offset on the read scale, on which the lowest level is 0 and the highest 1; "
            + "changes faults alone",
        Minimum = 0, Maximum = 1, Source = "ideal amplifiers", Status = NumberStatus.Assumed)]
    public double SenseOffset { get; set; }
}
