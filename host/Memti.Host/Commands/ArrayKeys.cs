using Memti.Abstractions.Arrays;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Banks;
using Memti.Arrays.Profiles;

namespace Memti.Host.Commands;

/// <summary>What both commands on arrays take: each property is an option.</summary>
internal class ArrayKeys
{
    private const long MostCells = 1L << 40;

    [Parameter(
        "Capacity as NVSim counts it: eight cells to the byte, whatever a cell stores",
        Unit = "bytes",
        Minimum = 1,
        Maximum = MostCells / 8)]
    public long? CapacityBytes { get; set; }

    [Parameter("Data to hold; with several bits in a cell it takes fewer cells", Unit = "bytes", Minimum = 1, Maximum = MostCells / 8)]
    public long? DataBytes { get; set; }

    [Parameter("Cells to hold", Unit = "cells", Minimum = 1, Maximum = MostCells)]
    public long? Cells { get; set; }

    [Parameter("Cells of one access (NVSim's word width)", Unit = "cells", Minimum = 1, Maximum = 4096)]
    public int WordBits { get; set; } = ArrayDefaults.WordCells;

    [Parameter("Rules: NVSim as published, its multi-level fork, or both corrected")]
    public ArrayProfile Profile { get; set; } = ArrayDefaults.Profile;

    [Parameter("Process node", Unit = "nm", Minimum = 22, Maximum = 90)]
    public int NodeNm { get; set; } = ArrayDefaults.NodeNanometres;

    [Parameter("Transistors: high performance, low operating power, low standby power")]
    public DeviceRoadmap Roadmap { get; set; } = ArrayDefaults.Roadmap;

    [Parameter("Junction temperature", Unit = "K", Minimum = 300, Maximum = 400)]
    public double TemperatureK { get; set; } = ArrayDefaults.TemperatureKelvin;

    [Parameter("What word line drivers are sized for (NVSim's buffer design)")]
    public DriverChoice Driver { get; set; }

    [Parameter("How a bank reaches its mats; shared-sense is SRAM on a bus with amplifiers at its end")]
    public Routing Routing { get; set; }

    [Parameter("Multi-level sensing of profile memti: 2^b - 1 comparators, or one in b steps")]
    public SensingScheme Sensing { get; set; }

    [Parameter(
        "How a capacity that is no power of two is composed: falling powers of two, or equal banks, a power of two of them. "
        + "Default: equal for SRAM, binary for other cells")]
    public BankRule? Banks { get; set; }

    [Parameter(
        "Cells that one bank may hold, the default of memories in scenarios; NVSim's own runs have no limit",
        Unit = "cells", Minimum = 2, Maximum = MostCells)]
    public long BankCells { get; set; } = ArrayDefaults.BankCells;

    [Parameter("Code over each word: none, secded or bch-T, which corrects T bits (2 to 16); check cells, energy and delay are counted")]
    public string Ecc { get; set; } = "none";

    [Parameter("Offset of the sense amplifiers, standard deviation on the read scale of the levels", Minimum = 0, Maximum = 1)]
    public double SenseOffset { get; set; }
}

/// <summary>What the command on one cell takes besides.</summary>
internal sealed class OneArrayKeys : ArrayKeys
{
    [Parameter("Bits stored in one cell", Unit = "bit", Minimum = 1, Maximum = 4)]
    public int BitsPerCell { get; set; } = 1;
}
